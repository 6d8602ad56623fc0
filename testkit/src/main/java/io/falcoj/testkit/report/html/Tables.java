package io.falcoj.testkit.report.html;

/** Tables on cards of their own. */
final class Tables {
  private final Html html;

  Tables(Html html) {
    this.html = html;
  }

  /** Begins a table; the first column names its rows, columns behind a {@code #} hold numbers. */
  Tables begin(String caption, String... heads) {
    html.open("div", "class", "card table").open("table").element("caption", caption);
    html.open("thead").open("tr");
    for (String head : heads) {
      boolean number = head.startsWith("#");
      html.element(
          "th",
          number ? head.substring(1) : head,
          "scope",
          "col",
          "class",
          number ? "num" : "text");
    }
    html.close().close().open("tbody");
    return this;
  }

  /** Begins a row; whoever fills it ends it. */
  Tables row(String name) {
    html.open("tr").open("th", "scope", "row").foreign(name).close();
    return this;
  }

  Tables number(long value) {
    html.element("td", Long.toString(value), "class", "num");
    return this;
  }

  void end() {
    html.close().close().end();
  }
}
