package io.falcoj.testkit.report.html;

import io.falcoj.testkit.coverage.CoveredRule;

/** How well cases show a rule. */
enum Tested {
  UNTESTED("untested", "never"),
  PARTLY("partly", "half"),
  WHOLE("whole", "both");

  private final String word;
  private final String style;

  Tested(String word, String style) {
    this.word = word;
    this.style = style;
  }

  static Tested of(CoveredRule rule) {
    if (rule.positive() == 0 && rule.negative() == 0) {
      return UNTESTED;
    }
    boolean whole = rule.tested() && rule.sides().seen() == rule.sides().all();
    return whole ? WHOLE : PARTLY;
  }

  String word() {
    return word;
  }

  /** The class of the style sheet that colours it. */
  String style() {
    return style;
  }
}
