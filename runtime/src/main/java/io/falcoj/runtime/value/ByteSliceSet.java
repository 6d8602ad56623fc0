package io.falcoj.runtime.value;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** An immutable set of texts; looking one up allocates nothing. */
public final class ByteSliceSet {
  private final @Nullable ByteSlice[] table;
  private final int mask;
  private final int shortest;
  private final int longest;
  private final int size;

  public ByteSliceSet(Collection<ByteSlice> items) {
    int capacity = Integer.highestOneBit(Math.max(4, items.size() * 2 - 1)) * 2;
    this.table = new ByteSlice[capacity];
    this.mask = capacity - 1;
    int min = Integer.MAX_VALUE;
    int max = -1;
    int count = 0;
    for (ByteSlice item : items) {
      int at = spread(item.hashCode()) & mask;
      ByteSlice there = table[at];
      while (there != null && !there.contentEquals(item)) {
        at = (at + 1) & mask;
        there = table[at];
      }
      if (there == null) {
        table[at] = item;
        count++;
      }
      min = Math.min(min, item.length());
      max = Math.max(max, item.length());
    }
    this.shortest = min;
    this.longest = max;
    this.size = count;
  }

  public boolean contains(ByteSlice value) {
    int length = value.length();
    if (length < shortest || length > longest) {
      return false;
    }
    int at = spread(value.hashCode()) & mask;
    for (ByteSlice there = table[at]; there != null; there = table[at]) {
      if (there.contentEquals(value)) {
        return true;
      }
      at = (at + 1) & mask;
    }
    return false;
  }

  public int size() {
    return size;
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 15);
  }
}
