package io.falcoj.runtime.fields.proc;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.state.ThreadInfo;

/** Properties of the executed file, and when process and parent began. */
public final class ProcExeFields {
  private ProcExeFields() {}

  public static long isExeWritable(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : bool(thread.exeWritable);
  }

  public static long isExeUpperLayer(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : bool(thread.exeUpperLayer);
  }

  public static long isExeLowerLayer(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : bool(thread.exeLowerLayer);
  }

  public static long isExeFromMemfd(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : bool(thread.exeFromMemfd);
  }

  public static long exeIno(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : known(ctx, thread.exeInode);
  }

  public static long exeInoCtime(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : known(ctx, thread.exeInodeCtime);
  }

  public static long exeInoMtime(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : known(ctx, thread.exeInodeMtime);
  }

  public static long exeInoCtimeDurationProcStart(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : known(ctx, thread.exeInodeCtimeToClone);
  }

  public static long exeInoCtimeDurationPidnsStart(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : known(ctx, thread.exeInodeCtimeFromPidNamespace);
  }

  public static long pidnsInitStartTs(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : known(ctx, thread.pidNamespaceStart);
  }

  public static long pidTs(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : known(ctx, thread.cloneTime);
  }

  /** 0 where the parent is known and its start is not. */
  public static long ppidTs(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    ThreadInfo parent = thread == null ? null : ctx.tables().parent(thread);
    return parent == null ? ctx.absent() : parent.cloneTime;
  }

  public static long duration(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null || thread.cloneTime == 0
        ? ctx.absent()
        : ctx.event().timestamp() - thread.cloneTime;
  }

  /**
   * Where the start of a known parent is unknown, the value is {@code proc.fdopencount}: in {@code
   * sinsp_filtercheck_thread.cpp} the case of this field runs on into that one.
   */
  public static long ppidDuration(MatchContext ctx) {
    ThreadInfo parent = ProcFields.parent(ctx);
    if (parent == null) {
      return ctx.absent();
    }
    return parent.cloneTime == 0
        ? ProcResourceFields.fdopencount(ctx)
        : ctx.event().timestamp() - parent.cloneTime;
  }

  private static long bool(boolean value) {
    return value ? 1 : 0;
  }

  private static long known(MatchContext ctx, long value) {
    return value == 0 ? ctx.absent() : value;
  }
}
