package io.falcoj.runtime.fields.evt;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.Paths;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Absolute paths of calls that take a directory's descriptor and a name. */
public final class EvtPathFields {
  private static final ByteSlice DESTINATION = ByteSlice.of("dst");
  private static final ByteSlice UNKNOWN = ByteSlice.of("<UNKNOWN>/");
  private static final ByteSlice NONE = ByteSlice.EMPTY;

  /** Positions of directory and name by event code, as {@code directory << 8 | name}; or -1. */
  private static final int[] SOURCES = pairs(false);

  private static final int[] DESTINATIONS = pairs(true);
  private static final int HANDLE_PATH = 3;

  private EvtPathFields() {}

  private static int[] pairs(boolean destination) {
    int[] pairs = new int[EventTable.standard().size()];
    Arrays.fill(pairs, -1);
    String side = destination ? "new" : "old";
    put(pairs, "SYSCALL_RENAMEAT_X", side + "dirfd", side + "path");
    put(pairs, "SYSCALL_RENAMEAT2_X", side + "dirfd", side + "path");
    put(pairs, "SYSCALL_LINKAT_2_X", side + "dir", side + "path");
    put(pairs, "SYSCALL_SYMLINKAT_X", "linkdirfd", "linkpath");
    put(pairs, "SYSCALL_OPENAT_2_X", "dirfd", "name");
    put(pairs, "SYSCALL_OPENAT2_X", "dirfd", "name");
    put(pairs, "SYSCALL_UNLINKAT_2_X", "dirfd", "name");
    put(pairs, "SYSCALL_MKDIRAT_X", "dirfd", "path");
    put(pairs, "SYSCALL_FCHMODAT_X", "dirfd", "filename");
    put(pairs, "SYSCALL_FCHOWNAT_X", "dirfd", "pathname");
    return pairs;
  }

  private static void put(int[] pairs, String id, String directory, String name) {
    EventType type = EventTable.standard().byId(id);
    pairs[type.code()] = type.paramIndex(directory) << 8 | type.paramIndex(name);
  }

  public static @Nullable ByteSlice abspath(MatchContext ctx) {
    return abspath(ctx, SOURCES);
  }

  /**
   * @param side {@code src} or {@code dst}; calls with one path have it on both sides
   */
  public static @Nullable ByteSlice abspath(MatchContext ctx, ByteSlice side) {
    return abspath(ctx, side.contentEquals(DESTINATION) ? DESTINATIONS : SOURCES);
  }

  private static @Nullable ByteSlice abspath(MatchContext ctx, int[] pairs) {
    ThreadInfo thread = ctx.state().thread;
    Event event = ctx.event();
    if (thread == null) {
      return null;
    }
    if (event.code() == EventTraits.OPEN_BY_HANDLE) {
      ByteSlice path = event.text(HANDLE_PATH, ctx.slice());
      return path == null || EventTraits.returned(event) <= 0 ? null : join(ctx, NONE, path);
    }
    int pair = pairs[event.code()];
    if (pair < 0 || !event.has(pair >> 8)) {
      return null;
    }
    ByteSlice path = event.text(pair & 0xFF, ctx.slice());
    if (path == null) {
      return null;
    }
    return join(ctx, directory(ctx, thread, event.number(pair >> 8), path), path);
  }

  private static ByteSlice directory(
      MatchContext ctx, ThreadInfo thread, long dirfd, ByteSlice path) {
    if (!path.isEmpty() && path.at(0) == '/') {
      return NONE;
    }
    if (dirfd == Paths.AT_FDCWD) {
      return thread.cwd();
    }
    FdInfo info = thread.fd(dirfd);
    if (info == null) {
      return UNKNOWN;
    }
    TextBuilder text = ctx.text();
    return text.append(info.name).append('/').finish(ctx.slice());
  }

  private static ByteSlice join(MatchContext ctx, ByteSlice directory, ByteSlice path) {
    ByteSlice joined = ctx.tables().paths().join(directory, path, ctx.slice());
    return ctx.text().append(joined).finish(ctx.slice());
  }
}
