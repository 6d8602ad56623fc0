package io.falcoj.runtime.state.track;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.current.Current;
import io.falcoj.runtime.state.current.OpenFlags;
import io.falcoj.runtime.state.current.Params;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/**
 * Files are opened. Where the enter event is there, its arguments count: those of the exit are read
 * when the process could have changed them. Follows {@code parse_open_openat_creat_exit} of {@code
 * userspace/libsinsp/parsers.cpp}.
 */
final class FileEvents {
  private static final long CREAT_UPPER_LAYER = 1;
  private static final long CREAT_LOWER_LAYER = 1 << 1;

  /** Flags that the kernel side adds on exit. */
  private static final long ADDED_FLAGS = -OpenFlags.CREATED;

  private final ByteSlice name = new ByteSlice();
  private final ByteSlice path = new ByteSlice();

  void open(Current c) {
    Event e = c.event;
    if (opened(c)) {
      Event enter = guarded(c.enterEvent(), 0);
      long flags = merged(Params.number(e, 2), enter, 1);
      ByteSlice raw = enter == null ? Params.text(e, 1, name) : Params.text(enter, 0, name);
      add(c, raw, cwd(c), flags, e.has(4) ? 4 : -1);
    }
  }

  void creat(Current c) {
    Event e = c.event;
    if (opened(c)) {
      Event enter = guarded(c.enterEvent(), 0);
      long layer = e.has(3) && e.has(4) ? Params.number(e, 5) : 0;
      long flags =
          (layer & CREAT_UPPER_LAYER) != 0
              ? OpenFlags.UPPER_LAYER
              : (layer & CREAT_LOWER_LAYER) != 0 ? OpenFlags.LOWER_LAYER : 0;
      ByteSlice raw = enter == null ? Params.text(e, 1, name) : Params.text(enter, 0, name);
      add(c, raw, cwd(c), flags, e.has(3) ? 3 : -1);
    }
  }

  void openat(Current c) {
    openRelative(c, 5);
  }

  void openat2(Current c) {
    openRelative(c, 6);
  }

  private void openRelative(Current c, int deviceParam) {
    Event e = c.event;
    if (!opened(c)) {
      return;
    }
    Event enter = guarded(c.enterEvent(), 1);
    long flags = merged(Params.number(e, 3), enter, 2);
    ByteSlice raw = enter == null ? Params.text(e, 2, name) : Params.text(enter, 1, name);
    boolean hasDirectory = enter == null ? e.has(1) : enter.has(0);
    long dirfd = enter == null ? Params.number(e, 1) : Params.number(enter, 0);
    ByteSlice directory =
        hasDirectory ? c.tables.paths().directory(c.thread, raw, dirfd) : ByteSlice.EMPTY;
    // Recordings that tell the device and not yet the inode do not count.
    add(c, raw, directory, flags, e.has(deviceParam + 1) ? deviceParam : -1);
  }

  void openByHandle(Current c) {
    if (opened(c)) {
      add(c, Params.text(c.event, 3, name), ByteSlice.EMPTY, Params.number(c.event, 2), 4);
    }
  }

  private static boolean opened(Current c) {
    return c.thread != null && Params.result(c.event) >= 0;
  }

  private static ByteSlice cwd(Current c) {
    return c.thread == null ? ByteSlice.EMPTY : c.thread.cwd();
  }

  /** The enter event if it knows the name. */
  private @Nullable Event guarded(@Nullable Event enter, int nameParam) {
    return enter == null || Params.text(enter, nameParam, name).contentEquals(Params.UNKNOWN)
        ? null
        : enter;
  }

  private static long merged(long exitFlags, @Nullable Event enter, int flagsParam) {
    return enter == null ? exitFlags : Params.number(enter, flagsParam) | (exitFlags & ADDED_FLAGS);
  }

  /**
   * Adds the file.
   *
   * @param deviceParam parameter with the device, before that of the inode; -1 for none
   */
  private void add(Current c, ByteSlice raw, ByteSlice directory, long flags, int deviceParam) {
    Event e = c.event;
    ThreadInfo thread = c.thread;
    if (thread == null) {
      return;
    }
    FdInfo info = new FdInfo();
    info.kind = (flags & OpenFlags.DIRECTORY) != 0 ? FdInfo.Kind.DIRECTORY : FdInfo.Kind.FILE_V2;
    info.openFlags = flags;
    if (deviceParam >= 0) {
      info.device = Params.number(e, deviceParam);
      info.inode = Params.number(e, deviceParam + 1);
    }
    ByteSlice full = c.tables.paths().join(directory, raw, path);
    info.name = full.copy();
    boolean untouched = full.array() == raw.array();
    info.nameRaw =
        untouched ? info.name : Params.keep(c.tables.paths().singleSlashes(raw, path), info.name);
    info.overlayUpper = (flags & OpenFlags.UPPER_LAYER) != 0;
    info.overlayLower = (flags & OpenFlags.LOWER_LAYER) != 0;
    c.addFd(thread, Params.result(e), info);
  }
}
