package io.falcoj.testkit.coverage;

import java.util.Locale;

/**
 * How much was seen. A check has two sides: it holds, and it does not.
 *
 * @param seen sides that a case showed
 * @param all twice the number of checks
 */
public record Sides(int seen, int all) {
  static final Sides NONE = new Sides(0, 0);

  /** Between 0 and 1; 1 where there is nothing to see. */
  public double ratio() {
    return all == 0 ? 1 : (double) seen / all;
  }

  /** For people, e.g. {@code 83.3 %}; never rounded up to 100. */
  public String percent() {
    double tenths = Math.floor(ratio() * 1000);
    return String.format(Locale.ROOT, "%.1f %%", tenths / 10);
  }

  Sides plus(Sides other) {
    return new Sides(seen + other.seen, all + other.all);
  }

  static Sides of(int seenTrue, int seenFalse) {
    return new Sides((seenTrue > 0 ? 1 : 0) + (seenFalse > 0 ? 1 : 0), 2);
  }
}
