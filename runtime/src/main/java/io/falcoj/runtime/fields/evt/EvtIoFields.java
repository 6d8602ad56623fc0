package io.falcoj.runtime.fields.evt;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.ParamRef;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.schema.EventType.Category;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/** Data that calls move. */
public final class EvtIoFields {
  private static final ByteSlice READ = ByteSlice.of("read");
  private static final ByteSlice WRITE = ByteSlice.of("write");
  private static final byte[] SYSLOG = ByteSlice.of("/dev/log").toBytes();
  private static final ParamRef DATA = ParamRef.named("data");

  private EvtIoFields() {}

  /** Data of no length is there all the same, as at the end of a file. */
  public static @Nullable ByteSlice buffer(MatchContext ctx) {
    Event event = ctx.event();
    int position = DATA.position(event.code());
    if (position < 0 || position >= event.paramCount()) {
      return null;
    }
    ByteSlice bytes = event.bytes(position, ctx.slice());
    return bytes == null ? ByteSlice.EMPTY : bytes;
  }

  public static long isIo(MatchContext ctx) {
    int code = ctx.event().code();
    return EventTraits.reads(code) || EventTraits.writes(code) ? 1 : 0;
  }

  public static long isIoRead(MatchContext ctx) {
    return EventTraits.reads(ctx.event().code()) ? 1 : 0;
  }

  public static long isIoWrite(MatchContext ctx) {
    return EventTraits.writes(ctx.event().code()) ? 1 : 0;
  }

  public static @Nullable ByteSlice ioDir(MatchContext ctx) {
    int code = ctx.event().code();
    if (EventTraits.writes(code)) {
      return WRITE;
    }
    return EventTraits.reads(code) ? READ : null;
  }

  public static long isSyslog(MatchContext ctx) {
    FdInfo fd = ctx.state().fd;
    return fd != null && EventTraits.writes(ctx.event().code()) && contains(fd.name, SYSLOG)
        ? 1
        : 0;
  }

  private static boolean contains(ByteSlice text, byte[] wanted) {
    for (int at = text.indexOf(wanted[0], 0); at >= 0; at = text.indexOf(wanted[0], at + 1)) {
      int matched = 1;
      while (matched < wanted.length
          && at + matched < text.length()
          && text.at(at + matched) == wanted[matched]) {
        matched++;
      }
      if (matched == wanted.length) {
        return true;
      }
    }
    return false;
  }

  public static long buflen(MatchContext ctx) {
    return transferred(ctx, ctx.state().fd != null && EventTraits.isIo(ctx.event().code()));
  }

  public static long buflenIn(MatchContext ctx) {
    return transferred(ctx, ctx.state().fd != null && is(ctx, Category.IO_READ));
  }

  public static long buflenOut(MatchContext ctx) {
    return transferred(ctx, ctx.state().fd != null && is(ctx, Category.IO_WRITE));
  }

  public static long buflenFile(MatchContext ctx) {
    return transferred(ctx, onFile(ctx) && EventTraits.isIo(ctx.event().code()));
  }

  public static long buflenFileIn(MatchContext ctx) {
    return transferred(ctx, onFile(ctx) && is(ctx, Category.IO_READ));
  }

  public static long buflenFileOut(MatchContext ctx) {
    return transferred(ctx, onFile(ctx) && is(ctx, Category.IO_WRITE));
  }

  public static long buflenNet(MatchContext ctx) {
    return transferred(ctx, onNet(ctx) && EventTraits.isIo(ctx.event().code()));
  }

  public static long buflenNetIn(MatchContext ctx) {
    return transferred(ctx, onNet(ctx) && is(ctx, Category.IO_READ));
  }

  public static long buflenNetOut(MatchContext ctx) {
    return transferred(ctx, onNet(ctx) && is(ctx, Category.IO_WRITE));
  }

  private static boolean is(MatchContext ctx, Category category) {
    return EventTraits.category(ctx.event().code()) == category;
  }

  private static boolean onFile(MatchContext ctx) {
    FdInfo fd = ctx.state().fd;
    return fd != null && fd.isFile();
  }

  private static boolean onNet(MatchContext ctx) {
    FdInfo fd = ctx.state().fd;
    return fd != null && fd.isIpSocket();
  }

  private static long transferred(MatchContext ctx, boolean applies) {
    Event event = ctx.event();
    if (!applies || !EventTraits.returns(event)) {
      return ctx.absent();
    }
    long bytes = EventTraits.returned(event);
    return bytes >= 0 ? bytes : ctx.absent();
  }
}
