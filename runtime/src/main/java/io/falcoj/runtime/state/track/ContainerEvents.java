package io.falcoj.runtime.state.track;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.container.CgroupMatch;
import io.falcoj.runtime.state.container.ContainerInfo;
import io.falcoj.runtime.state.container.ContainerJson;
import io.falcoj.runtime.state.current.Current;
import io.falcoj.runtime.state.current.Params;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/**
 * Containers appear and go; threads are found to be inside them. Follows {@code caps/parse} of the
 * container plugin.
 */
final class ContainerEvents {
  private static final ByteSlice ADDED = ByteSlice.of("container");
  private static final ByteSlice REMOVED = ByteSlice.of("container_removed");

  private ContainerEvents() {}

  /** Events of the container plugin; others are not followed. */
  static void async(Current c) {
    ByteSlice name = c.event.text(1, new ByteSlice());
    boolean added = name != null && name.contentEquals(ADDED);
    if (!added && (name == null || !name.contentEquals(REMOVED))) {
      return;
    }
    ContainerInfo info = read(c, 2);
    if (info == null) {
      return;
    }
    if (added) {
      c.tables.containers().put(info);
    } else {
      c.tables.containers().remove(info.id());
      if (c.lookup != null) {
        c.lookup.forget(info.id());
      }
    }
    c.state.container = info;
  }

  /** Events of recordings made before there was a plugin. */
  static void json(Current c) {
    ContainerInfo info = read(c, 0);
    if (info != null) {
      c.tables.containers().put(info);
      c.state.container = info;
    }
  }

  /** The oldest container event, with four parameters of its own. */
  static void plain(Current c) {
    Event e = c.event;
    ContainerInfo info =
        ContainerJson.read(
            Params.text(e, 0, new ByteSlice()).copy(),
            (int) Params.number(e, 1),
            Params.text(e, 2, new ByteSlice()).copy(),
            Params.text(e, 3, new ByteSlice()).copy());
    c.tables.containers().put(info);
    c.state.container = info;
  }

  private static @Nullable ContainerInfo read(Current c, int param) {
    ByteSlice text = c.event.text(param, new ByteSlice());
    ContainerInfo info = text == null ? null : ContainerJson.read(text);
    if (info == null) {
      c.tables.counters().badContainerEvents++;
    }
    return info;
  }

  /** Keeps the thread's cgroups; a list with an entry that is none changes nothing. */
  static void setCgroups(Current c, ThreadInfo thread, int param, ByteSlice like) {
    ByteSlice items = c.event.bytes(param, c.scratch);
    if (items == null) {
      return;
    }
    ByteSlice trimmed = Params.trimmed(items);
    if (trimmed.contentEquals(like)) {
      thread.cgroups = like;
    } else if (areCgroups(trimmed)) {
      thread.cgroups = trimmed.copy();
    }
  }

  private static boolean areCgroups(ByteSlice items) {
    int start = 0;
    while (start < items.length()) {
      int end = items.indexOf((byte) 0, start);
      int equals = items.indexOf((byte) '=', start);
      if (equals < 0 || (end >= 0 && equals > end)) {
        return false;
      }
      start = end < 0 ? items.length() : end + 1;
    }
    return true;
  }

  /** Sets the container of the thread that made the call, known or just made known. */
  static void attach(Current c) {
    ThreadInfo thread = c.threads.find(c.event.tid());
    if (thread != null) {
      attach(c, thread);
    }
  }

  static void attach(Current c, ThreadInfo thread) {
    ByteSlice cgroups = thread.cgroups;
    if (cgroups == ThreadInfo.NO_CGROUPS) {
      return;
    }
    CgroupMatch match = c.containerIds.of(cgroups);
    thread.containerId = match.id();
    if (match.info() != null) {
      c.tables.containers().put(match.info());
    }
    c.threads.weigh(thread);
    if (c.lookup != null
        && match.id() != ContainerInfo.HOST_ID
        && c.tables.containers().find(match.id()) == null) {
      c.lookup.request(match.id(), cgroups);
    }
  }
}
