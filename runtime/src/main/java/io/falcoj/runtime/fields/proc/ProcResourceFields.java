package io.falcoj.runtime.fields.proc;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/** Descriptors and memory of the event's process. */
public final class ProcResourceFields {
  private ProcResourceFields() {}

  public static long fdopencount(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.fdCount();
  }

  public static long fdlimit(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.processFdLimit();
  }

  /** Percent; 0 where the limit is unknown, never more than 100. */
  public static long fdusage(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    if (thread == null) {
      return ctx.absent();
    }
    long limit = thread.processFdLimit();
    double percent = limit <= 0 ? 0 : Math.min(100, thread.fdCount() * 100.0 / limit);
    return Double.doubleToRawLongBits(percent);
  }

  public static long vmsize(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.vmSizeKb;
  }

  public static long vmrss(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.vmRssKb;
  }

  public static long vmswap(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.vmSwapKb;
  }

  public static @Nullable ByteSlice stdinType(MatchContext ctx) {
    return type(ctx, 0);
  }

  public static @Nullable ByteSlice stdoutType(MatchContext ctx) {
    return type(ctx, 1);
  }

  public static @Nullable ByteSlice stderrType(MatchContext ctx) {
    return type(ctx, 2);
  }

  public static @Nullable ByteSlice stdinName(MatchContext ctx) {
    return name(ctx, 0);
  }

  public static @Nullable ByteSlice stdoutName(MatchContext ctx) {
    return name(ctx, 1);
  }

  public static @Nullable ByteSlice stderrName(MatchContext ctx) {
    return name(ctx, 2);
  }

  private static @Nullable ByteSlice type(MatchContext ctx, int fd) {
    ThreadInfo thread = ctx.state().thread;
    FdInfo info = thread == null ? null : thread.fd(fd);
    return info == null ? null : info.kind.label();
  }

  private static @Nullable ByteSlice name(MatchContext ctx, int fd) {
    ThreadInfo thread = ctx.state().thread;
    FdInfo info = thread == null ? null : thread.fd(fd);
    return info == null ? null : info.name;
  }
}
