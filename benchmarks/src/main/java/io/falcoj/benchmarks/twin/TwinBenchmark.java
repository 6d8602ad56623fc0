package io.falcoj.benchmarks.twin;

import io.falcoj.benchmarks.Recording;
import io.falcoj.benchmarks.Rules;
import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.MatchSink;
import io.falcoj.runtime.schema.EventSources;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * What matching costs in generated code and by hand: events of a capture in memory, CPU of the
 * thread, less what the same way costs without rules. All take turns; the least of each one's
 * passes counts.
 */
public final class TwinBenchmark {
  private static final String[] NAMES = {"without rules", "generated", "by hand"};

  private final Recording recording;
  private final int passes;
  private final CompiledRuleSet[] twins;

  /** Reads the capture and compiles the rules. */
  public TwinBenchmark(Path capture, int passes) throws Exception {
    this.recording = Recording.read(capture);
    this.passes = passes;
    this.twins = new CompiledRuleSet[] {new None(), generated(), new HandWritten()};
  }

  private static CompiledRuleSet generated() throws Exception {
    return Objects.requireNonNull(
        Rules.compile("rules.yaml", rules()).ruleSet(EventSources.SYSCALL));
  }

  private static String rules() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TwinBenchmark.class.getResourceAsStream("rules.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Measures and prints; both must say the same of every event. */
  public void run(Appendable out) throws IOException {
    long matches = requireEqual();
    long[] least = new long[twins.length];
    Arrays.fill(least, Long.MAX_VALUE);
    for (int pass = 0; pass < passes; pass++) {
      for (int i = 0; i < twins.length; i++) {
        MatchLane lane = new MatchLane(twins[i], (number, rule) -> {});
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        lane.replay(recording);
        long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
        least[i] = Math.min(least[i], used);
      }
    }
    out.append("| rules | µs per event | of that matching |\n| --- | ---: | ---: |\n");
    double events = recording.size() * 1e3;
    for (int i = 0; i < twins.length; i++) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %.3f | %.3f |%n",
              NAMES[i],
              least[i] / events,
              (least[i] - least[0]) / events));
    }
    out.append(
        String.format(
            Locale.ROOT,
            "generated / by hand: %.2f (%d matches of each, the same)%n",
            (double) (least[1] - least[0]) / (least[2] - least[0]),
            matches));
  }

  /** The number of matches. */
  private long requireEqual() {
    Verdicts generated = new Verdicts();
    Verdicts byHand = new Verdicts();
    new MatchLane(twins[1], generated).replay(recording);
    new MatchLane(twins[2], byHand).replay(recording);
    if (generated.count == 0 || !generated.equals(byHand)) {
      throw new IllegalStateException(
          "the twins differ: " + generated.count + " and " + byHand.count + " matches");
    }
    return generated.count;
  }

  /** Every match in its order, as a number. */
  private static final class Verdicts implements MatchLane.Listener {
    private long count;
    private long digest;

    @Override
    public void matched(long number, int rule) {
      count++;
      digest = 31 * digest + 1_000_003 * number + rule;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Verdicts that && count == that.count && digest == that.digest;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(digest);
    }
  }

  private static final class None extends CompiledRuleSet {
    @Override
    public void match(MatchContext context, MatchSink sink) {}

    @Override
    public int memoSlots() {
      return 0;
    }
  }
}
