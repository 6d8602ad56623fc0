package io.falcoj.runtime.state.live;

import io.falcoj.runtime.source.ThreadPresence;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.limits.StaleThreads;
import java.util.concurrent.TimeUnit;
import org.agrona.collections.LongArrayList;

/**
 * Forgets threads whose end was missed, now and then: those of which only the number is known, and
 * those that were silent and are no more on the machine. For live sources. Follows {@code
 * remove_inactive_threads} of {@code userspace/libsinsp/sinsp.cpp}.
 */
public final class ThreadPurge {
  /** The first search comes sooner, as upstream's does. */
  private static final long FIRST = TimeUnit.SECONDS.toNanos(30);

  private final StateTables tables;
  private final ThreadPresence presence;
  private final long interval;
  private final long silence;
  private boolean begun;
  private long last;

  /**
   * @param presence asked about threads that were silent
   */
  public ThreadPurge(StateTables tables, ThreadPresence presence, StaleThreads when) {
    this.tables = tables;
    this.presence = presence;
    this.interval = when.interval().toNanos();
    this.silence = when.silence().toNanos();
  }

  /** Looks for such threads if it is time to. Called behind each event. */
  public void after(long time) {
    if (!begun) {
      begun = true;
      last = time - interval + Math.min(interval, FIRST);
    }
    if (time - last > interval) {
      last = time;
      purge(time);
    }
  }

  private void purge(long now) {
    LongArrayList stale = new LongArrayList();
    for (ThreadInfo thread : tables.threads().all()) {
      if (thread.isInvalid() || (now - thread.lastEventTime > silence && !isThere(thread))) {
        stale.addLong(thread.tid);
      }
    }
    for (int i = 0; i < stale.size(); i++) {
      tables.threads().remove(stale.getLong(i));
    }
    tables.counters().threadsPurged += stale.size();
  }

  private boolean isThere(ThreadInfo thread) {
    return presence.isThere(thread.pid, thread.tid, thread.comm);
  }
}
