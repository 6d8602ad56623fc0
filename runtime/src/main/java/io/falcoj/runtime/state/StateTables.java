package io.falcoj.runtime.state;

import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** The tables that accessors look into: threads, users and groups, containers, the machine. */
public final class StateTables {
  private final Long2ObjectHashMap<ThreadInfo> threads = new Long2ObjectHashMap<>();

  /** The thread of that id, or null. */
  public @Nullable ThreadInfo thread(long tid) {
    return threads.get(tid);
  }
}
