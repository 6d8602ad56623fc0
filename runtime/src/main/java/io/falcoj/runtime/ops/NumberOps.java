package io.falcoj.runtime.ops;

/** Comparisons of numbers that are not plain signed ones. */
public final class NumberOps {
  private NumberOps() {}

  /** Negative, zero or positive, both taken as unsigned. */
  public static int compareUnsigned(long value, long other) {
    return Long.compareUnsigned(value, other);
  }

  /**
   * Compares the numbers whose raw bits these are.
   *
   * @param order 0 to 5 for equal, unequal, less, at most, more, at least
   */
  public static boolean compareDouble(long left, long right, int order) {
    double a = Double.longBitsToDouble(left);
    double b = Double.longBitsToDouble(right);
    return switch (order) {
      case 0 -> a == b;
      case 1 -> a != b;
      case 2 -> a < b;
      case 3 -> a <= b;
      case 4 -> a > b;
      default -> a >= b;
    };
  }

  /** True when {@code value} lies within {@code delta} of {@code time}, all in nanoseconds. */
  public static boolean around(long value, long time, long delta) {
    return Long.compareUnsigned(time, value - delta) >= 0
        && Long.compareUnsigned(time, value + delta) <= 0;
  }
}
