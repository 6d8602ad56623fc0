package io.falcoj.runtime.fields.proc;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/**
 * {@code proc.sid}, {@code proc.vpgid}, {@code proc.pgid}: the groups of processes that a process
 * belongs to, and who leads them. The texts of an unknown leader are empty.
 */
public final class ProcSessionFields {
  private ProcSessionFields() {}

  public static long sid(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.sid;
  }

  public static @Nullable ByteSlice sname(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : name(ctx.tables().sessionLeader(thread));
  }

  public static @Nullable ByteSlice sidExe(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : exe(ctx.tables().sessionLeader(thread));
  }

  public static @Nullable ByteSlice sidExepath(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : exepath(ctx.tables().sessionLeader(thread));
  }

  public static long vpgid(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.vpgid;
  }

  public static @Nullable ByteSlice vpgidName(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : name(ctx.tables().virtualGroupLeader(thread));
  }

  public static @Nullable ByteSlice vpgidExe(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : exe(ctx.tables().virtualGroupLeader(thread));
  }

  public static @Nullable ByteSlice vpgidExepath(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : exepath(ctx.tables().virtualGroupLeader(thread));
  }

  public static long pgid(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.pgid;
  }

  public static @Nullable ByteSlice pgidName(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : name(ctx.tables().groupLeader(thread));
  }

  public static @Nullable ByteSlice pgidExe(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : exe(ctx.tables().groupLeader(thread));
  }

  public static @Nullable ByteSlice pgidExepath(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : exepath(ctx.tables().groupLeader(thread));
  }

  public static long isSidLeader(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.sid == thread.vpid ? 1 : 0;
  }

  public static long isVpgidLeader(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.vpgid == thread.vpid ? 1 : 0;
  }

  public static long isPgidLeader(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.pgid == thread.pid ? 1 : 0;
  }

  private static ByteSlice name(@Nullable ThreadInfo leader) {
    return leader == null ? ByteSlice.EMPTY : leader.comm;
  }

  private static ByteSlice exe(@Nullable ThreadInfo leader) {
    return leader == null ? ByteSlice.EMPTY : leader.exe;
  }

  private static ByteSlice exepath(@Nullable ThreadInfo leader) {
    return leader == null ? ByteSlice.EMPTY : leader.exepath;
  }
}
