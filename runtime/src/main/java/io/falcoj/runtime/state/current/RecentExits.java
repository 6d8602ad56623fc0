package io.falcoj.runtime.state.current;

import org.agrona.collections.Long2LongHashMap;

/**
 * The last exits. A clone that returns in its caller after the child has gone must not bring the
 * child back.
 */
public final class RecentExits {
  private static final int SIZE = 8192;
  private static final long NEVER = Long.MIN_VALUE;
  private static final long MAX_AGE_NANOS = 2_000_000_000L;

  private final long[] keys = new long[SIZE];
  private final long[] times = new long[SIZE];
  private final Long2LongHashMap timeOf = new Long2LongHashMap(NEVER);
  private int next;
  private boolean wrapped;
  private boolean pending;
  private long pendingKey;

  /** Notes an exit, whose time is that of the next event: see {@link #stamp}. */
  public void add(long tid, long ptid) {
    pending = true;
    pendingKey = key(tid, ptid);
  }

  /** Tells the time of each event before it is handled. */
  public void stamp(long timestamp) {
    if (pending) {
      pending = false;
      put(pendingKey, timestamp);
    }
  }

  private void put(long key, long timestamp) {
    if (wrapped && timeOf.get(keys[next]) == times[next]) {
      timeOf.remove(keys[next]);
    }
    keys[next] = key;
    times[next] = timestamp;
    timeOf.put(key, timestamp);
    next = (next + 1) % SIZE;
    wrapped |= next == 0;
  }

  /** True when that child of that parent exited in the two seconds before. */
  public boolean contains(long tid, long ptid, long timestamp) {
    long exited = timeOf.get(key(tid, ptid));
    long age = timestamp - exited;
    return exited != NEVER && age >= 0 && age < MAX_AGE_NANOS;
  }

  private static long key(long tid, long ptid) {
    return ((ptid & 0xFFFF_FFFFL) << 32) | (tid & 0xFFFF_FFFFL);
  }
}
