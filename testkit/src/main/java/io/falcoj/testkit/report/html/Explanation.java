package io.falcoj.testkit.report.html;

import java.util.List;

/** Lines that explain a problem: a decision tree, fields of an event, a difference of texts. */
final class Explanation {
  private Explanation() {}

  /** The lines, with a name for those who do not see them. */
  static void write(Html html, String name, List<String> lines) {
    html.open("pre", "tabindex", "0", "role", "group", "aria-label", name);
    for (int i = 0; i < lines.size(); i++) {
      String style = style(lines.get(i));
      if (style.isEmpty()) {
        html.text(lines.get(i));
      } else {
        html.element("span", lines.get(i), "class", style);
      }
      html.text(i < lines.size() - 1 ? "\n" : "");
    }
    html.close();
  }

  /** By how the line begins: with a mark of a difference, or with the outcome of a check. */
  private static String style(String line) {
    String text = line.strip();
    if (text.startsWith("+")) {
      return "added";
    }
    if (text.startsWith("-")) {
      return "removed";
    }
    boolean decided = text.startsWith("> ");
    String outcome = decided ? text.substring(2).strip() : text;
    String style =
        outcome.startsWith("true ") ? "is-true" : outcome.startsWith("false ") ? "is-false" : "";
    return decided ? ("decided " + style).strip() : style;
  }
}
