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

  /**
   * For each length from the shortest on the last bytes {@code b} of the texts that have it, as
   * bits {@code b & 63}. Most texts that are looked up end here, before they are hashed.
   */
  private final long[] lastBytes;

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
    this.lastBytes = new long[Math.max(0, max - min + 1)];
    for (ByteSlice item : items) {
      lastBytes[item.length() - min] |= lastByte(item);
    }
  }

  private static long lastByte(ByteSlice text) {
    return text.isEmpty() ? 1 : 1L << text.at(text.length() - 1);
  }

  public boolean contains(ByteSlice value) {
    int length = value.length();
    if (length < shortest
        || length > longest
        || (lastBytes[length - shortest] & lastByte(value)) == 0) {
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
