package io.falcoj.runtime.state.current;

import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.state.ThreadInfo;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.LongHashSet;

/**
 * The time in which events tell of what the snapshot has seen already. A live source listens before
 * it looks, so nothing is lost; what an older event did to a thread or its descriptors must not be
 * done again to those of a later look. Ends soon, and is empty for recordings.
 */
public final class Overlap {
  /** How late an event may come behind later ones of other processors. */
  private static final long LATE_NANOS = 1_000_000_000L;

  private final Long2LongHashMap threads = new Long2LongHashMap(0);
  private final Long2LongHashMap descriptors = new Long2LongHashMap(0);
  private final LongHashSet withoutDescriptors = new LongHashSet();
  private long end;

  /** Forgets everything. */
  public void clear() {
    threads.clear();
    descriptors.clear();
    withoutDescriptors.clear();
    end = 0;
  }

  /** A thread of the snapshot; one that does not say when it was looked at takes no part. */
  public void add(ThreadEntry entry) {
    if (entry.seenAt == 0 || entry.tid != entry.pid) {
      return;
    }
    end = Math.max(end, entry.seenAt + LATE_NANOS);
    threads.put(entry.pid, entry.seenAt);
    if (entry.descriptorsSeenAt != 0) {
      descriptors.put(entry.pid, entry.descriptorsSeenAt);
    } else {
      withoutDescriptors.add(entry.pid);
    }
  }

  /** Whether an event of that time may still be older than the snapshot. */
  public boolean reaches(long time) {
    if (end != 0 && time > end) {
      clear();
    }
    return end != 0;
  }

  /** Whether the process was looked at behind that time. */
  boolean knows(ThreadInfo thread, long time) {
    return time < threads.get(thread.pid);
  }

  /** Whether its descriptors were. */
  boolean knowsDescriptors(ThreadInfo thread, long time) {
    return time < descriptors.get(thread.pid);
  }

  /** True once for a process that began when descriptors had been listed: it has its parent's. */
  public boolean lacksDescriptors(ThreadInfo thread) {
    return withoutDescriptors.remove(thread.tid);
  }
}
