package io.falcoj.testkit.report.html;

import io.falcoj.testkit.report.view.Words;
import io.falcoj.testkit.run.Outcome;

/** An outcome as a word on a colour. */
final class Badge {
  private Badge() {}

  static void write(Html html, Outcome outcome) {
    html.element("span", Words.outcome(outcome), "class", "badge " + style(outcome));
  }

  /** The class of the style sheet that colours it. */
  static String style(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case BROKEN -> "broken";
      case TODO, TODO_PASSED -> "todo";
    };
  }
}
