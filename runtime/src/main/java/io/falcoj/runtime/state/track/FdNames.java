package io.falcoj.runtime.state.track;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.Paths;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.current.Codes;
import io.falcoj.runtime.state.current.Params;
import io.falcoj.runtime.state.current.SocketNames;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/**
 * The name of a descriptor that the state does not know, from the event itself: a failed open, a
 * connect on a socket never seen. A result lies in a buffer that the next call uses again. Follows
 * {@code extract_fdname_from_event} of {@code userspace/libsinsp/sinsp_filtercheck_fd.cpp}.
 */
public final class FdNames {
  private static final ByteSlice NO_TUPLE = ByteSlice.of("NULL");

  private final Paths paths = new Paths();
  private final SocketNames sockets = new SocketNames();
  private final ByteSlice param = new ByteSlice();
  private final ByteSlice result = new ByteSlice();

  /**
   * {@code fd.name} of an event with {@code usesFd} and without {@code fd}.
   *
   * @param raw the path as the call gave it ({@code fd.nameraw})
   * @return empty when the event does not tell; null when the name is absent
   */
  public @Nullable ByteSlice fromEvent(Event event, EventState state, boolean raw) {
    int code = event.code();
    if (event.type().enter()) {
      return null;
    }
    if (code == Codes.OPENAT_X || code == Codes.OPENAT2_X) {
      return relative(event, state.thread, raw);
    }
    if (code == Codes.OPEN_X || code == Codes.CREAT_X) {
      return path(event, state.thread, raw);
    }
    if (code == Codes.OPEN_BY_HANDLE_AT_X) {
      return Params.text(event, 3, param);
    }
    if (code == Codes.ACCEPT_X || code == Codes.ACCEPT4_X || code == Codes.CONNECT_X) {
      ByteSlice tuple = event.bytes(1, param);
      return tuple != null && SocketNames.isTuple(tuple) ? sockets.ofTuple(tuple) : NO_TUPLE;
    }
    return ByteSlice.EMPTY;
  }

  private ByteSlice path(Event event, @Nullable ThreadInfo thread, boolean raw) {
    ByteSlice name = Params.text(event, 1, param);
    if (thread == null || name == Params.UNKNOWN || name.isEmpty() || name.at(0) == '/') {
      return raw ? paths.singleSlashes(name, result) : name;
    }
    return paths.join(thread.cwd(), name, result);
  }

  private @Nullable ByteSlice relative(Event event, @Nullable ThreadInfo thread, boolean raw) {
    if (!event.has(2)) {
      return null;
    }
    ByteSlice name = Params.text(event, 2, param);
    if (raw) {
      return paths.singleSlashes(name, result);
    }
    return event.has(1)
        ? paths.join(paths.directory(thread, name, Params.number(event, 1)), name, result)
        : null;
  }
}
