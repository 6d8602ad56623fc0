package io.falcoj.runtime.state.live;

import io.falcoj.runtime.source.containers.ContainerLookup;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.container.ContainerInfo;
import org.jspecify.annotations.Nullable;

/** Containers of a live machine end with their first process. Recordings tell by events. */
public final class ContainerEnds {
  private ContainerEnds() {}

  /**
   * The thread is about to be removed: forgets its container if it was the first one in it.
   *
   * @param lookup null for a recording, in which nothing ends that way
   */
  public static void left(StateTables tables, @Nullable ContainerLookup lookup, ThreadInfo thread) {
    boolean first = thread.vtid == 1 && thread.vpid == 1;
    if (lookup != null && first && thread.containerId != ContainerInfo.HOST_ID) {
      tables.containers().remove(thread.containerId);
      lookup.forget(thread.containerId);
    }
  }
}
