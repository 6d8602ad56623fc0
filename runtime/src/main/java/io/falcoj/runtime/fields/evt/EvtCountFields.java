package io.falcoj.runtime.fields.evt;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.schema.EventType.Category;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.ThreadInfo;

/** Fields that are 1 for events of some sort, for adding them up. */
public final class EvtCountFields {
  private static final int PROCINFO = EventTraits.code("PROCINFO_E");

  /** What a call works on, as far as failures are counted. */
  private enum Subject {
    FILE,
    NET,
    MEMORY,
    OTHER
  }

  private EvtCountFields() {}

  public static long count(MatchContext ctx) {
    return 1;
  }

  public static long countError(MatchContext ctx) {
    return EvtResultFields.failed(ctx);
  }

  public static long countErrorFile(MatchContext ctx) {
    return byDescriptor(ctx) == Subject.FILE ? countError(ctx) : ctx.absent();
  }

  public static long countErrorNet(MatchContext ctx) {
    return byDescriptor(ctx) == Subject.NET ? countError(ctx) : ctx.absent();
  }

  public static long countErrorMemory(MatchContext ctx) {
    return EventTraits.category(ctx.event().code()) == Category.MEMORY
        ? countError(ctx)
        : ctx.absent();
  }

  public static long countErrorOther(MatchContext ctx) {
    return byDescriptor(ctx) == Subject.OTHER ? countError(ctx) : ctx.absent();
  }

  private static Subject byDescriptor(MatchContext ctx) {
    FdInfo fd = ctx.state().fd;
    if (fd != null) {
      return switch (fd.kind) {
        case FILE, FILE_V2, DIRECTORY -> Subject.FILE;
        case IPV4, IPV6, IPV4_SERVER, IPV6_SERVER, UNIX -> Subject.NET;
        default -> Subject.OTHER;
      };
    }
    int code = ctx.event().code();
    if (EvtOpenFields.opens(code) || code == EventTraits.CREAT) {
      return Subject.FILE;
    }
    if (code == EventTraits.ACCEPT || code == EventTraits.ACCEPT4 || code == EventTraits.CONNECT) {
      return Subject.NET;
    }
    return EventTraits.category(code) == Category.MEMORY ? Subject.MEMORY : Subject.OTHER;
  }

  public static long countExit(MatchContext ctx) {
    return ctx.event().type().enter() ? ctx.absent() : 1;
  }

  public static long countProcinfo(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return ctx.event().code() == PROCINFO && thread != null && thread.isMain() ? 1 : 0;
  }

  public static long countThreadinfo(MatchContext ctx) {
    return ctx.event().code() == PROCINFO ? 1 : 0;
  }
}
