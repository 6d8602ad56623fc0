package io.falcoj.runtime.ops;

/** Comparisons of numbers that are not plain signed ones. */
public final class NumberOps {
  private NumberOps() {}

  /** Negative, zero or positive, both taken as unsigned. */
  public static int compareUnsigned(long value, long other) {
    return Long.compareUnsigned(value, other);
  }

  /** As the numbers whose raw bits these are; never equal to anything when one is no number. */
  public static boolean lessDouble(long value, long other) {
    return Double.longBitsToDouble(value) < Double.longBitsToDouble(other);
  }

  public static boolean equalDouble(long value, long other) {
    return Double.longBitsToDouble(value) == Double.longBitsToDouble(other);
  }

  /** True when {@code value} lies within {@code delta} of {@code time}, all in nanoseconds. */
  public static boolean around(long value, long time, long delta) {
    return Long.compareUnsigned(time, value - delta) >= 0
        && Long.compareUnsigned(time, value + delta) <= 0;
  }
}
