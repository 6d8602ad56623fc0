package io.falcoj.testkit.junit;

import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.Problem;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A result in JUnit's terms. */
final class CaseVerdict {
  private CaseVerdict() {}

  /** What a test of that result throws; null for one that passes. */
  static @Nullable Throwable of(CaseResult result) {
    return switch (result.outcome()) {
      case PASSED -> null;
      case FAILED, BROKEN -> at(result, new AssertionFailedError(message(result)));
      case TODO -> at(result, new TestAbortedException("todo: " + result.test().todo()));
      case TODO_PASSED ->
          at(
              result,
              new TestAbortedException(
                  "passes although it is marked todo (%s): the mark can go"
                      .formatted(result.test().todo())));
    };
  }

  private static String message(CaseResult result) {
    StringJoiner message = new StringJoiner("\n");
    message.add(result.test().name());
    for (Problem problem : result.problems()) {
      message.add(fileName(result) + ":" + problem.line() + ": " + problem.message());
      problem.details().forEach(line -> message.add("  " + line));
    }
    return message.toString();
  }

  /** The trace leads to the case, not into the runner. */
  private static Throwable at(CaseResult result, Throwable thrown) {
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement(
              "falco", result.test().name(), fileName(result), result.test().line())
        });
    return thrown;
  }

  private static String fileName(CaseResult result) {
    return String.valueOf(result.suite().file().getFileName());
  }
}
