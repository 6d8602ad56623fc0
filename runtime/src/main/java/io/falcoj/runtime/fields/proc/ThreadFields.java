package io.falcoj.runtime.fields.proc;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.text.Capabilities;
import io.falcoj.runtime.fields.text.ControlGroups;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/** {@code thread.*}: the thread that made the call. */
public final class ThreadFields {
  private static final int PROCINFO = EventTable.standard().byId("PROCINFO_E").code();
  private static final long BYTES_PER_KB = 1024;

  private ThreadFields() {}

  /** From the event, so it is there for unknown threads too. */
  public static long tid(MatchContext ctx) {
    long tid = ctx.event().tid();
    return ProcFields.isId(tid) ? tid : ctx.absent();
  }

  public static long vtid(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null || thread.vtid == -1 ? ctx.absent() : thread.vtid;
  }

  public static long ismain(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.isMain() ? 1 : 0;
  }

  public static @Nullable ByteSlice nametid(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null
        ? null
        : ctx.text().append(thread.comm).appendDecimal(ctx.event().tid()).finish(ctx.slice());
  }

  public static @Nullable ByteSlice capPermitted(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : Capabilities.names(ctx, thread.capPermitted);
  }

  public static @Nullable ByteSlice capInheritable(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : Capabilities.names(ctx, thread.capInheritable);
  }

  public static @Nullable ByteSlice capEffective(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : Capabilities.names(ctx, thread.capEffective);
  }

  public static @Nullable ByteSlice cgroups(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : ControlGroups.all(ctx, thread);
  }

  public static @Nullable ByteSlice cgroup(MatchContext ctx, ByteSlice subsystem) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : ControlGroups.path(ctx, thread, subsystem);
  }

  public static long pfmajor(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.majorFaults;
  }

  public static long pfminor(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.minorFaults;
  }

  public static long vmsize(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.isMain() ? thread.vmSizeKb : 0;
  }

  public static long vmrss(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.isMain() ? thread.vmRssKb : 0;
  }

  public static long vmsizeB(MatchContext ctx) {
    return vmsize(ctx) * BYTES_PER_KB;
  }

  public static long vmrssB(MatchContext ctx) {
    return vmrss(ctx) * BYTES_PER_KB;
  }

  /**
   * The time slices of the recorded events never add up in Falco 0.44: its figure is 0 for every
   * event, switches included.
   */
  public static long exectime(MatchContext ctx) {
    return 0;
  }

  /** As {@link #exectime}, for known threads. */
  public static long totexectime(MatchContext ctx) {
    return ctx.state().thread == null ? ctx.absent() : 0;
  }

  /**
   * Percent since the figure before, which Falco 0.44 does not find again: its value is 0 for the
   * events that carry processor times, and absent for all others.
   */
  public static long cpu(MatchContext ctx) {
    boolean carriesTimes = ctx.event().code() == PROCINFO && ctx.state().thread != null;
    return carriesTimes ? Double.doubleToRawLongBits(0) : ctx.absent();
  }

  public static long cpuUser(MatchContext ctx) {
    return cpu(ctx);
  }

  public static long cpuSystem(MatchContext ctx) {
    return cpu(ctx);
  }
}
