package io.falcoj.benchmarks;

import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Whole passes over a capture file, decompression included. Steady state is (CPU of all passes −
 * CPU of the first) / (events of the others), the CPU being that of the whole process.
 */
final class PassesBenchmark {
  private final Path capture;
  private final Bundle rules;
  private final int passes;

  PassesBenchmark(Path capture, List<Path> rules, int passes) throws Exception {
    this.capture = capture;
    this.rules = Rules.compile(rules);
    this.passes = passes;
  }

  /** Measures every stage and prints a row for each. */
  void run(Appendable out) throws Exception {
    out.append("| up to | events | matches | first pass, µs CPU/event | steady, µs CPU/event |\n");
    out.append("| --- | ---: | ---: | ---: | ---: |\n");
    for (Stage stage : Stage.values()) {
      out.append(row(stage)).append('\n');
    }
  }

  private String row(Stage stage) throws SourceException {
    long begin = processCpu();
    StageLane first = pass(stage);
    long afterFirst = processCpu();
    for (int i = 1; i < passes; i++) {
      StageLane again = pass(stage);
      if (again.matches() != first.matches() || again.events() != first.events()) {
        throw new IllegalStateException("passes differ: " + again.matches() + " matches");
      }
    }
    double events = first.events();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %.3f | %.3f |",
        stage.name().toLowerCase(Locale.ROOT),
        first.events(),
        first.matches(),
        (afterFirst - begin) / 1e3 / events,
        (processCpu() - afterFirst) / 1e3 / (events * (passes - 1)));
  }

  private StageLane pass(Stage stage) throws SourceException {
    StageLane lane = new StageLane(stage, rules);
    try (EventSource source = ReplaySources.open(capture)) {
      int delivered;
      do {
        delivered = source.poll(lane);
      } while (delivered != EventSource.END);
    }
    return lane;
  }

  private static long processCpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
