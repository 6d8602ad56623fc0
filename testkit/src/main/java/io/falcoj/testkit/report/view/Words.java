package io.falcoj.testkit.report.view;

import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.Outcome;
import io.falcoj.testkit.run.SeenAlert;

/** What several reports say in the same words. */
public final class Words {
  private Words() {}

  /** Why a case that is marked {@code todo} is no failure, or that the mark can go. */
  public static String reason(CaseResult result) {
    String todo = result.test().todo() == null ? "" : ": " + result.test().todo();
    return result.outcome() == Outcome.TODO_PASSED
        ? "passes although it is marked todo%s; the mark can go".formatted(todo)
        : "todo" + todo;
  }

  /** One line. */
  public static String alert(SeenAlert alert) {
    return "event %d  %s  %s  %s"
        .formatted(alert.event(), alert.priority(), alert.rule(), alert.message());
  }

  /** As badges show it. */
  public static String outcome(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case BROKEN -> "broken";
      case TODO -> "todo";
      case TODO_PASSED -> "todo passed";
    };
  }
}
