package io.falcoj.testkit.report;

import io.falcoj.testkit.run.CaseResult;
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
    out.accept(
        String.format(
            Locale.ROOT,
            "Tests run: %d, Failures: %d, Time elapsed: %.3f s -- in %s",
            results.size(),
            failures(results),
            seconds,
            file.getFileName()));
    for (CaseResult result : results) {
      if (result.outcome().isFailure()) {
        out.accept(
            "  FAILED  %s  (%s:%d)".formatted(result.test().name(), file, result.test().line()));
        result.problems().forEach(problem -> out.accept("    " + problem.message()));
      }
    }
  }

  @Override
  public void finished(RunResult result) {
    out.accept(
        "Tests run: %d, Failures: %d".formatted(result.cases().size(), failures(result.cases())));
  }

  private static long failures(List<CaseResult> results) {
    return results.stream().filter(r -> r.outcome().isFailure()).count();
  }
}
