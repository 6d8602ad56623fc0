package io.falcoj.runtime.state.track;

/**
 * The last exits. A clone that returns in its caller after the child has gone must not bring the
 * child back.
 */
final class RecentExits {
  private static final int SIZE = 8192;
  private static final long MAX_AGE_NANOS = 2_000_000_000L;

  private final long[] keys = new long[SIZE];
  private final long[] times = new long[SIZE];
  private final int[] bucketOf = new int[SIZE];
  private final int[] perBucket = new int[SIZE];
  private int next;
  private boolean wrapped;

  void add(long tid, long ptid, long timestamp) {
    if (wrapped) {
      perBucket[bucketOf[next]]--;
    }
    long key = key(tid, ptid);
    int bucket = bucket(key);
    keys[next] = key;
    times[next] = timestamp;
    bucketOf[next] = bucket;
    perBucket[bucket]++;
    next = (next + 1) % SIZE;
    wrapped |= next == 0;
  }

  /** True when that child of that parent exited in the two seconds before. */
  boolean contains(long tid, long ptid, long timestamp) {
    long key = key(tid, ptid);
    if (perBucket[bucket(key)] == 0) {
      return false;
    }
    for (int i = 0; i < (wrapped ? SIZE : next); i++) {
      long age = timestamp - times[i];
      if (keys[i] == key && age >= 0 && age < MAX_AGE_NANOS) {
        return true;
      }
    }
    return false;
  }

  private static int bucket(long key) {
    return (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> 51);
  }

  private static long key(long tid, long ptid) {
    return ((ptid & 0xFFFF_FFFFL) << 32) | (tid & 0xFFFF_FFFFL);
  }
}
