package io.falcoj.testkit.report;

import io.falcoj.testkit.run.TestResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Prints results in the manner of Surefire. */
public final class ConsoleReporter {
  private final Consumer<String> out;

  /**
   * @param out takes one line at a time
   */
  public ConsoleReporter(Consumer<String> out) {
    this.out = out;
  }

  /** The cases of one file. */
  public void file(Path file, List<TestResult> results) {
    long failed = results.stream().filter(r -> !r.passed()).count();
    double seconds = results.stream().mapToLong(TestResult::nanos).sum() / 1e9;
    out.accept(
        String.format(
            Locale.ROOT,
            "Tests run: %d, Failures: %d, Time elapsed: %.3f s -- in %s",
            results.size(),
            failed,
            seconds,
            file.getFileName()));
    for (TestResult result : results) {
      if (!result.passed()) {
        out.accept(
            "  FAILED  %s  (%s:%d)".formatted(result.test().name(), file, result.test().line()));
        result.problems().forEach(problem -> out.accept("    " + problem));
      }
    }
  }

  /** The sum of a run. */
  public void total(List<TestResult> results) {
    long failed = results.stream().filter(r -> !r.passed()).count();
    out.accept("Tests run: %d, Failures: %d".formatted(results.size(), failed));
  }
}
