package io.falcoj.runtime.value;

import java.util.Arrays;

/** An immutable set of numbers. */
public final class LongSet {
  private final long[] sorted;

  public LongSet(long... items) {
    this.sorted = Arrays.stream(items).distinct().sorted().toArray();
  }

  public boolean contains(long value) {
    return Arrays.binarySearch(sorted, value) >= 0;
  }

  public int size() {
    return sorted.length;
  }
}
