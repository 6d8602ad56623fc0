package io.falcoj.runtime.fields.fd;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.fields.evt.EventTraits;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.Paths;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/**
 * Paths that successful file calls worked on: one path for most, source and target for calls that
 * take two. Upstream: {@code sinsp_filtercheck_fspath.cpp}.
 */
public final class FsPathFields {
  private static final ByteSlice UNKNOWN = ByteSlice.of("<UNKNOWN>");

  private FsPathFields() {}

  public static @Nullable ByteSlice name(MatchContext ctx) {
    return absolute(ctx, FsPathTable.NAME);
  }

  public static @Nullable ByteSlice nameraw(MatchContext ctx) {
    return raw(ctx, FsPathTable.NAME);
  }

  public static @Nullable ByteSlice source(MatchContext ctx) {
    return absolute(ctx, FsPathTable.SOURCE);
  }

  public static @Nullable ByteSlice sourceraw(MatchContext ctx) {
    return raw(ctx, FsPathTable.SOURCE);
  }

  public static @Nullable ByteSlice target(MatchContext ctx) {
    return absolute(ctx, FsPathTable.TARGET);
  }

  public static @Nullable ByteSlice targetraw(MatchContext ctx) {
    return raw(ctx, FsPathTable.TARGET);
  }

  private static @Nullable ByteSlice raw(MatchContext ctx, byte[] positions) {
    Event event = ctx.event();
    int position = positions[event.code()];
    if (position == FsPathTable.NONE || !FsPathTable.succeeded(event)) {
      return null;
    }
    if (position == FsPathTable.DESCRIPTOR) {
      return FdNameFields.name(ctx);
    }
    return event.text(position, ctx.slice());
  }

  private static @Nullable ByteSlice absolute(MatchContext ctx, byte[] positions) {
    ByteSlice path = raw(ctx, positions);
    ThreadInfo thread = ctx.state().thread;
    if (path == null || thread == null) {
      return null;
    }
    ByteSlice directory = ByteSlice.EMPTY;
    ByteSlice name = path;
    if (path.isEmpty() || path.at(0) != '/') {
      int code = ctx.event().code();
      if (code == EventTraits.OPENAT || code == EventTraits.OPENAT2) {
        FdInfo fd = ctx.state().fd;
        name = fd == null ? UNKNOWN : fd.name;
      } else {
        directory = directory(ctx, thread, positions, path);
      }
    }
    ByteSlice joined = ctx.tables().paths().join(directory, name, ctx.slice());
    return ctx.text().append(joined).finish(ctx.slice());
  }

  /** What a relative path starts from. */
  private static ByteSlice directory(
      MatchContext ctx, ThreadInfo thread, byte[] positions, ByteSlice path) {
    Event event = ctx.event();
    int code = event.code();
    if (code == FsPathTable.RENAMEAT2) {
      int dirfd = positions == FsPathTable.TARGET ? 3 : 1;
      Paths paths = ctx.tables().paths();
      return event.has(dirfd) ? paths.directory(thread, path, event.number(dirfd)) : UNKNOWN;
    }
    if (code == FsPathTable.SYMLINKAT && positions != FsPathTable.SOURCE) {
      return UNKNOWN;
    }
    return FsPathTable.usesDirectory(code) ? eventDirectory(ctx) : thread.cwd();
  }

  /** The directory whose descriptor the event carries. */
  private static ByteSlice eventDirectory(MatchContext ctx) {
    FdInfo fd = ctx.state().fd;
    if (fd == null || !fd.isDirectory()) {
      return UNKNOWN;
    }
    ByteSlice name = fd.name;
    if (name.isEmpty() || name.at(name.length() - 1) == '/') {
      return name;
    }
    return ctx.text().append(name).append('/').finish(ctx.slice());
  }
}
