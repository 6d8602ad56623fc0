package io.falcoj.testkit.suite;

import org.jspecify.annotations.Nullable;

/**
 * Alerts of one rule that a case expects.
 *
 * @param min fewest alerts
 * @param max most alerts
 * @param priority spelled in any case, or null when it does not matter
 */
public record Expectation(String rule, int min, int max, @Nullable String priority) {
  /** For people, e.g. {@code 2} or {@code 1 to 3}. */
  public String count() {
    if (min == max) {
      return Integer.toString(min);
    }
    return max == Integer.MAX_VALUE ? "at least " + min : min + " to " + max;
  }
}
