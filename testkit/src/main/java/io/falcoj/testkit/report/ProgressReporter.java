package io.falcoj.testkit.report;

import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.RunListener;
import io.falcoj.testkit.run.RunResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a long run has come, on a terminal, beside another listener that prints results.
 */
public final class ProgressReporter implements RunListener {
  /** Runs that are over sooner show nothing. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int INTERVAL_MILLIS = 200;

  private final RunListener results;
  private final TerminalLine line;
  private final LongSupplier nanoTime;
  private long begin;
  private int cases;
  private int ran;
  private @Nullable ProgressBar bar;

  /**
   * Beside {@code results}.
   *
   * @param terminal takes the bar, which is drawn and erased in place
   */
  public ProgressReporter(RunListener results, Appendable terminal) {
    this(results, terminal, System::nanoTime);
  }

  ProgressReporter(RunListener results, Appendable terminal, LongSupplier nanoTime) {
    this.results = results;
    this.line = new TerminalLine(terminal);
    this.nanoTime = nanoTime;
  }

  /**
   * Whether somebody looks at it: not in a build server, nor where a terminal cannot erase.
   *
   * @param terminal whether standard error is one, and the run is not in batch mode
   * @param variables environment variables, null for one that is not set
   */
  public static boolean isWanted(boolean terminal, Function<String, @Nullable String> variables) {
    String kind = variables.apply("TERM");
    return terminal && variables.apply("CI") == null && kind != null && !kind.equals("dumb");
  }

  @Override
  public void started(int count) {
    cases = count;
    begin = nanoTime.getAsLong();
    results.started(count);
  }

  @Override
  public void ran(CaseResult result) {
    ran++;
    Duration elapsed = Duration.ofNanos(nanoTime.getAsLong() - begin);
    if (bar != null) {
      bar.stepTo(ran);
    } else if (elapsed.compareTo(PATIENCE) > 0) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Rule tests")
              .setStyle(ProgressBarStyle.ASCII)
              .setInitialMax(cases)
              .startsFrom(ran, elapsed)
              .setUpdateIntervalMillis(INTERVAL_MILLIS)
              .setConsumer(line)
              .build();
    }
    results.ran(result);
  }

  @Override
  public void ran(Path file, List<CaseResult> all) {
    line.erasedWhile(() -> results.ran(file, all));
  }

  @Override
  public void finished(RunResult result) {
    if (bar != null) {
      bar.close();
    }
    line.erasedWhile(() -> results.finished(result));
  }
}
