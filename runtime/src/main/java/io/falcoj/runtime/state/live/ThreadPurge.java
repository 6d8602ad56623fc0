package io.falcoj.runtime.state.live;

import io.falcoj.runtime.source.ThreadPresence;
import io.falcoj.runtime.source.containers.ContainerLookup;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.ThreadInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Forgets threads whose end was missed, now and then: those of which only the number is known, and
 * those that were silent and are no more on the machine. For live sources. Follows {@code
 * remove_inactive_threads} of {@code userspace/libsinsp/sinsp.cpp}.
 */
public final class ThreadPurge {
  /** The first search comes sooner, as upstream's does. */
  private static final long FIRST = TimeUnit.SECONDS.toNanos(30);

  private final StateTables tables;
  private final @Nullable ContainerLookup containers;
  private final ThreadPresence presence;
  private final long interval;
  private final long silence;
  private boolean begun;
  private long last;

  public ThreadPurge(StateTables tables, LiveMachine machine) {
    this.tables = tables;
    this.containers = machine.containers();
    this.presence = machine.threads();
    this.interval = machine.stale().interval().toNanos();
    this.silence = machine.stale().silence().toNanos();
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
    List<ThreadInfo> stale = new ArrayList<>();
    for (ThreadInfo thread : tables.threads().all()) {
      if (thread.isInvalid() || (now - thread.lastEventTime > silence && !isThere(thread))) {
        stale.add(thread);
      }
    }
    for (ThreadInfo thread : stale) {
      ContainerEnds.left(tables, containers, thread);
      tables.threads().remove(thread.tid);
    }
    tables.counters().threadsPurged += stale.size();
  }

  private boolean isThere(ThreadInfo thread) {
    return presence.isThere(thread.pid, thread.tid, thread.comm);
  }
}
