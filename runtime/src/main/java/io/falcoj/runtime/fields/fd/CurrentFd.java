package io.falcoj.runtime.fields.fd;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.ThreadInfo;
import org.jspecify.annotations.Nullable;

/** The descriptor that {@code fd.*} asks about. */
final class CurrentFd {
  private CurrentFd() {}

  /** What is known of it, or null. */
  static @Nullable FdInfo of(MatchContext ctx) {
    EventState state = ctx.state();
    if (!state.usesFd) {
      return null;
    }
    FdInfo fd = state.fd;
    ThreadInfo thread = state.thread;
    return fd != null || thread == null ? fd : thread.fd(state.fdNumber);
  }

  /** A socket with two ends of which it is known which one the process is; else null. */
  static @Nullable FdInfo connection(MatchContext ctx) {
    FdInfo fd = of(ctx);
    boolean connection =
        fd != null
            && (fd.kind == FdInfo.Kind.IPV4 || fd.kind == FdInfo.Kind.IPV6)
            && !fd.hasNoRole();
    return connection ? fd : null;
  }

  static boolean isListening(FdInfo fd) {
    return fd.kind == FdInfo.Kind.IPV4_SERVER || fd.kind == FdInfo.Kind.IPV6_SERVER;
  }
}
