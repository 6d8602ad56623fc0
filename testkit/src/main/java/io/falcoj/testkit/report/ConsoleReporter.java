package io.falcoj.testkit.report;

import io.falcoj.testkit.report.view.SafeText;
import io.falcoj.testkit.report.view.Words;
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
  private final Consumer<String> failures;

  /**
   * @param out takes one line at a time
   */
  public ConsoleReporter(Consumer<String> out) {
    this(out, out);
  }

  /**
   * @param out takes one line at a time of what is as it should be
   * @param failures likewise, of what is not
   */
  public ConsoleReporter(Consumer<String> out, Consumer<String> failures) {
    this.out = out;
    this.failures = failures;
  }

  @Override
  public void ran(Path file, List<CaseResult> results) {
    double seconds = results.stream().mapToLong(CaseResult::nanos).sum() / 1e9;
    boolean failed = results.stream().anyMatch(r -> r.outcome().isFailure());
    print(
        failed ? failures : out,
        String.format(
            Locale.ROOT,
            "%s, Time elapsed: %.3f s%s -- in %s",
            counts(results),
            seconds,
            failed ? " <<< FAILURE!" : "",
            file.getFileName()));
    results.forEach(result -> print(file, result));
  }

  private void print(Path file, CaseResult result) {
    boolean warned = !result.warnings().isEmpty();
    String head = result.outcome() == Outcome.PASSED && warned ? "WARNING" : head(result.outcome());
    if (head.isEmpty()) {
      return;
    }
    Consumer<String> to = result.outcome().isFailure() ? failures : out;
    print(
        to, "  %s  %s  (%s:%d)".formatted(head, result.test().name(), file, result.test().line()));
    if (result.outcome() != Outcome.BROKEN) {
      result.warnings().forEach(warning -> print(to, "    warning: " + warning));
    }
    if (!result.outcome().isFailure()) {
      if (result.outcome() != Outcome.PASSED) {
        print(to, "    " + Words.reason(result));
      }
      return;
    }
    for (Problem problem : result.problems()) {
      print(to, "    " + problem.message());
      problem.details().forEach(line -> print(to, "      " + line));
    }
  }

  @Override
  public void finished(RunResult result) {
    print(result.passed() ? out : failures, counts(result.cases()));
  }

  // One line each, whatever events and outputs hold.
  private static void print(Consumer<String> to, String text) {
    for (String line : SafeText.of(text.stripTrailing()).split("\n", -1)) {
      to.accept(line);
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
