package io.falcoj.testkit.bench;

import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.engine.Engine;
import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the CPU time that this thread takes to judge all fixtures, with several sets of rules in
 * turn. The best of many passes counts: everything that disturbs makes a pass slower, nothing makes
 * it faster. In turn, since the JIT compiles beside it, and gives code up when a class comes that
 * it has not met.
 */
final class Stopwatch {
  /** A shorter pass is below what the clock of threads can tell. */
  private static final long SHORTEST_PASS = 2_000_000;

  private static final int MOST_REPEATS = 1 << 10;

  private static final int LEAST_ROUNDS = 20;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<LoadedFixture> fixtures;
  private int repeats = 1;
  private long events;

  Stopwatch(List<LoadedFixture> fixtures) {
    this.fixtures = fixtures;
  }

  /** Events of one round through the fixtures, known after measuring. */
  long events() {
    return events;
  }

  /**
   * CPU nanoseconds of one round through the fixtures, for each set of rules.
   *
   * @param sets an empty one for no rules
   * @param budget how long all of it takes; less is too short for few rounds
   */
  double[] measure(List<List<Bundle>> sets, Duration budget)
      throws SourceException, OutputException {
    long begin = System.nanoTime();
    long[] best = new long[sets.size()];
    Arrays.fill(best, Long.MAX_VALUE);
    for (int round = 0;
        round < LEAST_ROUNDS || System.nanoTime() - begin < budget.toNanos();
        round++) {
      for (int i = 0; i < best.length; i++) {
        best[i] = Math.min(best[i], pass(sets.get(i)));
      }
      if (Arrays.stream(best).min().orElse(0) < SHORTEST_PASS && repeats < MOST_REPEATS) {
        repeats *= 2;
        round = 0;
        Arrays.fill(best, Long.MAX_VALUE);
      }
    }
    return Arrays.stream(best).mapToDouble(nanos -> (double) nanos / repeats).toArray();
  }

  /** Engines are made before the clock runs: a run makes one, whatever the number of events. */
  private long pass(List<Bundle> rules) throws SourceException, OutputException {
    List<Engine> engines = new ArrayList<>();
    for (int i = 0; i < repeats * fixtures.size(); i++) {
      engines.add(engine(rules));
    }
    long judged = 0;
    long begin = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < engines.size(); i++) {
      try (EventSource source = fixtures.get(i % fixtures.size()).open()) {
        engines.get(i).run(source);
      }
      judged += engines.get(i).counters().judged();
    }
    long took = threads.getCurrentThreadCpuTime() - begin;
    events = judged / repeats;
    return took;
  }

  private static Engine engine(List<Bundle> rules) throws OutputException {
    var builder = Engine.builder();
    rules.forEach(builder::bundle);
    return builder.build();
  }
}
