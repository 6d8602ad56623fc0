package io.falcoj.runtime.fields.fd;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.fields.evt.EventTraits;
import io.falcoj.runtime.fields.render.ParamText;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.Paths;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.container.ContainerInfo;
import io.falcoj.runtime.value.ByteScan;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import org.jspecify.annotations.Nullable;

/** Names of the descriptor; of an unknown one what the event tells, such as the path of an open. */
public final class FdNameFields {
  private static final ByteSlice ROOT = ByteSlice.of("/");
  private static final int PATH = 1;
  private static final int DIRFD = 1;
  private static final int NAME = 2;
  private static final int HANDLE_PATH = 3;

  private FdNameFields() {}

  public static @Nullable ByteSlice name(MatchContext ctx) {
    if (!ctx.state().usesFd) {
      return null;
    }
    FdInfo fd = CurrentFd.of(ctx);
    return fd == null ? fromEvent(ctx, false) : fd.name;
  }

  public static @Nullable ByteSlice nameraw(MatchContext ctx) {
    if (!ctx.state().usesFd) {
      return null;
    }
    FdInfo fd = CurrentFd.of(ctx);
    if (fd != null && fd.nameRaw == fd.name) {
      // a plain path, which was scanned when the descriptor was made
      return fd.name;
    }
    ByteSlice raw = fd == null ? fromEvent(ctx, true) : fd.nameRaw;
    return raw == null ? null : withoutDoubleSlashes(ctx, raw);
  }

  public static @Nullable ByteSlice directory(MatchContext ctx) {
    if (!ctx.state().usesFd) {
      return null;
    }
    FdInfo fd = CurrentFd.of(ctx);
    if (fd != null && fd.isDirectory()) {
      return fd.name;
    }
    if (fd != null && !fd.isFile()) {
      return null;
    }
    ByteSlice name = fd == null ? fromEvent(ctx, false) : fd.name;
    if (name == null) {
      return null;
    }
    int slash = name.lastIndexOf((byte) '/');
    if (slash <= 0) {
      return ROOT;
    }
    return slash == name.length() - 1 ? name : ctx.slice().wrap(name.array(), name.offset(), slash);
  }

  public static @Nullable ByteSlice filename(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    if (fd == null || !fd.isFile()) {
      return null;
    }
    ByteSlice name = fd.name;
    int slash = name.lastIndexOf((byte) '/');
    if (slash < 0) {
      return ROOT;
    }
    int from = slash + 1;
    return from == name.length()
        ? name
        : ctx.slice().wrap(name.array(), name.offset() + from, name.length() - from);
  }

  public static @Nullable ByteSlice containername(MatchContext ctx) {
    ByteSlice name = name(ctx);
    return name == null ? null : behindContainer(ctx, name);
  }

  public static @Nullable ByteSlice containerdirectory(MatchContext ctx) {
    ByteSlice directory = directory(ctx);
    return directory == null ? null : behindContainer(ctx, directory);
  }

  private static ByteSlice behindContainer(MatchContext ctx, ByteSlice name) {
    ThreadInfo thread = ctx.state().thread;
    TextBuilder text = ctx.text();
    if (thread != null && !thread.containerId.contentEquals(ContainerInfo.HOST_ID)) {
      text.append(thread.containerId);
    }
    return text.append(':').append(name).finish(ctx.slice());
  }

  /** Upstream: {@code extract_fdname_from_event} in {@code sinsp_filtercheck_fd.cpp}. */
  private static @Nullable ByteSlice fromEvent(MatchContext ctx, boolean raw) {
    Event event = ctx.event();
    int code = event.code();
    if (event.type().enter()) {
      return null;
    }
    if (code == EventTraits.OPENAT || code == EventTraits.OPENAT2) {
      return opened(ctx, raw);
    }
    if (code == EventTraits.OPEN
        || code == EventTraits.CREAT
        || code == EventTraits.ACCEPT
        || code == EventTraits.ACCEPT4
        || code == EventTraits.CONNECT) {
      TextBuilder text = ctx.text();
      ParamText.append(ctx, PATH, text);
      return text.finish(ctx.slice());
    }
    if (code == EventTraits.OPEN_BY_HANDLE) {
      ByteSlice path = event.text(HANDLE_PATH, ctx.slice());
      return path == null ? ByteSlice.EMPTY : path;
    }
    return ByteSlice.EMPTY;
  }

  private static @Nullable ByteSlice opened(MatchContext ctx, boolean raw) {
    Event event = ctx.event();
    ByteSlice name = event.text(NAME, ctx.slice());
    if (name == null || raw) {
      return name;
    }
    if (!event.has(DIRFD)) {
      return null;
    }
    Paths paths = ctx.tables().paths();
    ByteSlice directory = paths.directory(ctx.state().thread, name, event.number(DIRFD));
    return ctx.text().append(paths.join(directory, name, ctx.slice())).finish(ctx.slice());
  }

  private static ByteSlice withoutDoubleSlashes(MatchContext ctx, ByteSlice path) {
    int from = path.offset();
    if (!ByteScan.hasDoubleSlash(path.array(), from, from + path.length())) {
      return path;
    }
    TextBuilder text = ctx.text();
    for (int i = 0; i < path.length(); i++) {
      if (i == 0 || path.at(i) != '/' || path.at(i - 1) != '/') {
        text.append(path.at(i));
      }
    }
    return text.finish(ctx.slice());
  }
}
