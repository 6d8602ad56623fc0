package io.falcoj.testkit.bench;

import java.util.Comparator;
import java.util.List;

/**
 * What came of measuring.
 *
 * @param fixtures how many were replayed
 * @param events how many events they have
 * @param jdk version of the JDK
 * @param cores processors that the JVM sees
 * @param all CPU nanoseconds per event with all rules
 * @param none the same without rules: reading, decoding and state
 * @param rules the dearest first; of equal ones by name
 */
public record BenchResult(
    int fixtures, long events, String jdk, int cores, double all, double none, List<Cost> rules) {
  /**
   * What a rule costs when it is alone: among others it shares work with them, so that the costs of
   * all add up to more than all cost together.
   *
   * @param place file and line
   * @param nanos CPU nanoseconds per event beside reading it
   * @param share of the sum over all rules, 0 to 1
   */
  public record Cost(String rule, String place, double nanos, double share) {}

  public BenchResult {
    rules =
        rules.stream()
            .sorted(Comparator.comparingDouble(Cost::nanos).reversed().thenComparing(Cost::rule))
            .toList();
  }

  /** Events per CPU second with all rules. */
  public long eventsPerSecond() {
    return Math.round(1e9 / all);
  }
}
