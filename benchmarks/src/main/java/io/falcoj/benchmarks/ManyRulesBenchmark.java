package io.falcoj.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.falcoj.runtime.bundle.Bundle;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * What an event costs with few rules and with many: events of a capture in memory, from decoding to
 * the verdict, CPU of the thread alone. The rule sets take turns; the least of each one's passes
 * counts.
 */
final class ManyRulesBenchmark {
  private static final int[] COUNTS = {0, 100, 1_000, 10_000};

  private final Recording recording;
  private final int passes;

  ManyRulesBenchmark(Path capture, int passes) throws Exception {
    this.recording = Recording.read(capture);
    this.passes = passes;
  }

  /** Measures and prints a row for each number of rules. */
  void run(Appendable out) throws Exception {
    Bundle[] bundles = new Bundle[COUNTS.length];
    double[] compileSeconds = new double[COUNTS.length];
    for (int i = 0; i < COUNTS.length; i++) {
      long begin = processCpu();
      bundles[i] = ManyRules.compile(COUNTS[i] == 0 ? 1 : COUNTS[i]);
      compileSeconds[i] = (processCpu() - begin) / 1e9;
    }
    long[] least = new long[COUNTS.length];
    Arrays.fill(least, Long.MAX_VALUE);
    for (int pass = 0; pass < passes; pass++) {
      for (int i = 0; i < COUNTS.length; i++) {
        least[i] = Math.min(least[i], pass(COUNTS[i] == 0 ? Stage.STATE : Stage.MATCH, bundles[i]));
      }
    }
    out.append("| rules | CPU seconds to compile | µs per event | of that matching |\n");
    out.append("| ---: | ---: | ---: | ---: |\n");
    for (int i = 0; i < COUNTS.length; i++) {
      double events = recording.size() * 1e3;
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %.3f | %.3f |%n",
              COUNTS[i] == 0 ? "none, state alone" : String.valueOf(COUNTS[i]),
              compileSeconds[i],
              least[i] / events,
              (least[i] - least[0]) / events));
    }
  }

  private long pass(Stage stage, Bundle rules) {
    StageLane lane = new StageLane(stage, rules);
    recording.begin(lane);
    long begin = cpu();
    for (int i = 0; i < recording.size(); i++) {
      recording.deliver(i, lane);
    }
    return cpu() - begin;
  }

  /** The compiler has a thread of its own. */
  private static long processCpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
