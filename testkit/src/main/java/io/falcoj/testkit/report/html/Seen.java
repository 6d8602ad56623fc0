package io.falcoj.testkit.report.html;

import io.falcoj.testkit.coverage.CoveredClause;

/** What cases show of a check, in words and in a colour. */
enum Seen {
  BOTH("seen true and false", "both"),
  ONLY_TRUE("only seen true", "half"),
  ONLY_FALSE("only seen false", "other-half"),
  NEVER("never evaluated", "never"),
  CONSTANT("the same for every event", "constant");

  private final String words;
  private final String style;

  Seen(String words, String style) {
    this.words = words;
    this.style = style;
  }

  static Seen of(CoveredClause check) {
    if (check.constant()) {
      return CONSTANT;
    }
    if (check.seenTrue() > 0) {
      return check.seenFalse() > 0 ? BOTH : ONLY_TRUE;
    }
    return check.seenFalse() > 0 ? ONLY_FALSE : NEVER;
  }

  String words() {
    return words;
  }

  /** The class of the style sheet that colours it. */
  String style() {
    return style;
  }
}
