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
 * CPU of the first) / (events of the others).
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
    out.append("µs of CPU per event: of the process, and of the thread that replays alone\n");
    out.append("| up to | events | matches | first pass | thread | steady | thread |\n");
    out.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    for (Stage stage : Stage.values()) {
      out.append(row(stage)).append('\n');
    }
  }

  private String row(Stage stage) throws SourceException {
    Cpu begin = Cpu.now();
    StageLane first = pass(stage);
    Cpu afterFirst = Cpu.now();
    for (int i = 1; i < passes; i++) {
      StageLane again = pass(stage);
      if (again.matches() != first.matches() || again.events() != first.events()) {
        throw new IllegalStateException("passes differ: " + again.matches() + " matches");
      }
    }
    Cpu one = afterFirst.since(begin);
    Cpu others = Cpu.now().since(afterFirst);
    double firstEvents = first.events() * 1e3;
    double otherEvents = firstEvents * (passes - 1);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %.3f | %.3f | %.3f | %.3f |",
        stage.name().toLowerCase(Locale.ROOT),
        first.events(),
        first.matches(),
        one.process / firstEvents,
        one.thread / firstEvents,
        others.process / otherEvents,
        others.thread / otherEvents);
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

  /** Nanoseconds: what the process has more than the thread is the JIT and the collector. */
  private record Cpu(long process, long thread) {
    static Cpu now() {
      var system =
          (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return new Cpu(
          system.getProcessCpuTime(),
          ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    Cpu since(Cpu earlier) {
      return new Cpu(process - earlier.process, thread - earlier.thread);
    }
  }
}
