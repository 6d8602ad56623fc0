package io.falcoj.benchmarks.audit;

import io.falcoj.benchmarks.Rules;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Events per second of CPU, of the thread that does the work. Contenders take turns, so that what
 * else the machine does falls on all of them; the least of each one's passes counts.
 */
public final class AuditBenchmark {
  private static final int EVENTS = 20_000;

  /** With many rules an event may cost a hundred times as much. */
  private static final int FEW_EVENTS = 500;

  private final AuditEvents events;
  private final AuditEvents few;
  private final List<Path> rules;
  private final int passes;

  /**
   * @param directory recorded events
   * @param rules rule files for the comparison with Jackson
   */
  public AuditBenchmark(Path directory, List<Path> rules, int passes) throws Exception {
    this.events = AuditEvents.read(directory, EVENTS);
    this.few = AuditEvents.read(directory, FEW_EVENTS);
    this.rules = rules;
    this.passes = passes;
  }

  /** Measures everything and prints a table for each question. */
  public void run(Appendable out) throws Exception {
    out.append(
        String.format(
            Locale.ROOT,
            "%d events, %d bytes each on average%n%n",
            events.count(),
            events.log().length / events.count()));
    compare(
        out,
        events,
        new JacksonTree(events),
        new JacksonTokens(events),
        new FalcoJ("FalcoJ: verdicts by the given rules", events, Rules.compile(rules), false));
    RulerSubset subset = RulerSubset.read();
    EventRuler ruler = new EventRuler(events, subset.patterns());
    if (!ruler.verdicts().equals(subset.verdicts(events))) {
      throw new IllegalStateException("event-ruler and FalcoJ do not agree");
    }
    out.append("Equal verdicts of ").append(String.valueOf(subset.patterns().size()));
    out.append(" rules, all that match:\n\n");
    compare(out, events, ruler, new FalcoJ("FalcoJ: the same rules", events, subset.rules(), true));
    compare(
        out,
        few,
        new FalcoJ("FalcoJ: 100 rules", few, ManyRules.compile(100), false),
        new FalcoJ("FalcoJ: 10,000 rules", few, ManyRules.compile(10_000), false));
  }

  /** The first one is what the others are compared with. */
  private void compare(Appendable out, AuditEvents of, Contender... contenders) throws Exception {
    long[] least = new long[contenders.length];
    long[] results = new long[contenders.length];
    Arrays.fill(least, Long.MAX_VALUE);
    for (int pass = 0; pass < passes; pass++) {
      for (int i = 0; i < contenders.length; i++) {
        long begin = cpu();
        results[i] = contenders[i].pass();
        least[i] = Math.min(least[i], cpu() - begin);
      }
    }
    out.append("| | events per CPU second | MB per CPU second | µs per event | ratio | result |\n");
    out.append("| --- | ---: | ---: | ---: | ---: | ---: |\n");
    for (int i = 0; i < contenders.length; i++) {
      double seconds = least[i] / 1e9;
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %.0f | %.0f | %.2f | %.2f | %d |%n",
              contenders[i].name(),
              of.count() / seconds,
              of.log().length / seconds / 1e6,
              seconds * 1e6 / of.count(),
              (double) least[0] / least[i],
              results[i]));
    }
    out.append('\n');
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
