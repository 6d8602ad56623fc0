package io.falcoj.testkit.report.html;

import java.util.Map;

/** The tools above a list that filter it. */
final class Choices {
  private Choices() {}

  /**
   * A field, a choice of states and two buttons.
   *
   * @param things what the list has, in the plural
   * @param states values of the choice with how many there are; no choice when there are few
   */
  static void write(Html html, String id, String things, Map<String, Long> states, String open) {
    html.open("div", "class", "tools scripted", "role", "search", "aria-label", "Filter " + things);
    html.open("div", "class", "field");
    html.element("label", "Filter " + things, "for", id + "-filter");
    html.empty("input", "type", "search", "id", id + "-filter", "autocomplete", "off");
    html.close();
    html.open("fieldset", "class", "choice").element("legend", "Show").open("div");
    long all = states.values().stream().mapToLong(Long::longValue).sum();
    radio(html, id + "-state", "all", "All", "" + all, true);
    states.forEach(
        (state, count) -> {
          if (count > 0) {
            radio(html, id + "-state", state, state, "" + count, false);
          }
        });
    html.close().close();
    html.element("button", open, "type", "button", "data-do", "open");
    html.element("button", "Close all", "type", "button", "data-do", "close");
    html.element("p", "", "class", "status", "role", "status");
    html.end();
  }

  static void radio(
      Html html, String name, String value, String label, String count, boolean checked) {
    html.open("label");
    if (checked) {
      html.empty("input", "type", "radio", "name", name, "value", value, "checked", "");
    } else {
      html.empty("input", "type", "radio", "name", name, "value", value);
    }
    html.text(label);
    if (!count.isEmpty()) {
      html.text(" ").element("span", count, "class", "number");
    }
    html.close();
  }
}
