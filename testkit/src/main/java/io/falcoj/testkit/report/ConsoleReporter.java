package io.falcoj.testkit.report;

import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.Outcome;
import io.falcoj.testkit.run.Problem;
import io.falcoj.testkit.run.RunListener;
import io.falcoj.testkit.run.RunResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Prints results in the manner of Surefire. */
public final class ConsoleReporter implements RunListener {
  private final Consumer<String> out;

  /**
   * @param out takes one line at a time
   */
  public ConsoleReporter(Consumer<String> out) {
    this.out = out;
  }

  @Override
  public void ran(Path file, List<CaseResult> results) {
    double seconds = results.stream().mapToLong(CaseResult::nanos).sum() / 1e9;
    boolean failed = results.stream().anyMatch(r -> r.outcome().isFailure());
    print(
        String.format(
            Locale.ROOT,
            "%s, Time elapsed: %.3f s%s -- in %s",
            counts(results),
            seconds,
            failed ? " <<< FAILURE!" : "",
            file.getFileName()));
    for (CaseResult result : results) {
      String head = head(result.outcome());
      if (!head.isEmpty()) {
        print(
            "  %s  %s  (%s:%d)".formatted(head, result.test().name(), file, result.test().line()));
      }
      if (result.outcome().isFailure()) {
        result.problems().forEach(this::problem);
      } else if (!head.isEmpty()) {
        print("    " + Words.reason(result));
      }
    }
  }

  private void problem(Problem problem) {
    print("    " + problem.message());
    problem.details().forEach(line -> print("      " + line));
  }

  @Override
  public void finished(RunResult result) {
    print(counts(result.cases()));
  }

  // One line each, whatever events and outputs hold.
  private void print(String text) {
    for (String line : SafeText.of(text.stripTrailing()).split("\n", -1)) {
      out.accept(line);
    }
  }

  private static String head(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "";
      case FAILED -> "FAILED";
      case BROKEN -> "BROKEN";
      case TODO -> "TODO";
      case TODO_PASSED -> "TODO PASSED";
    };
  }

  private static String counts(List<CaseResult> results) {
    return "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d"
        .formatted(
            results.size(),
            count(results, Outcome.FAILED),
            count(results, Outcome.BROKEN),
            count(results, Outcome.TODO));
  }

  private static long count(List<CaseResult> results, Outcome outcome) {
    return results.stream().filter(r -> r.outcome() == outcome).count();
  }
}
