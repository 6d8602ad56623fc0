package io.falcoj.runtime.fields.evt;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.event.Event;

/** How a file was opened, by the flags of the event encoding; false for all other calls. */
public final class EvtOpenFields {
  private static final long READ = 1;
  private static final long WRITE = 1 << 1;
  private static final long CREATE = 1 << 2;
  private static final long TMPFILE = 1 << 13;
  private static final long CREATED = 1 << 14;

  /** Execute bits for user, group and others. */
  private static final long EXECUTABLE = 0111;

  private static final int CREAT_MODE = 2;

  private EvtOpenFields() {}

  public static boolean opens(int code) {
    return code == EventTraits.OPENAT
        || code == EventTraits.OPEN
        || code == EventTraits.OPENAT2
        || code == EventTraits.OPEN_BY_HANDLE;
  }

  public static long isOpenRead(MatchContext ctx) {
    return (flags(ctx.event()) & READ) != 0 ? 1 : 0;
  }

  public static long isOpenWrite(MatchContext ctx) {
    return (flags(ctx.event()) & WRITE) != 0 ? 1 : 0;
  }

  public static long isOpenCreate(MatchContext ctx) {
    Event event = ctx.event();
    long flags = flags(event);
    boolean temporary = (flags & TMPFILE) != 0 && EventTraits.returned(event) >= 0;
    return (flags & CREATED) != 0 || temporary ? 1 : 0;
  }

  public static long isOpenExec(MatchContext ctx) {
    Event event = ctx.event();
    int code = event.code();
    if (code == EventTraits.CREAT) {
      return isExecutable(event, CREAT_MODE);
    }
    if (code == EventTraits.OPEN_BY_HANDLE || (flags(event) & (TMPFILE | CREATE)) == 0) {
      return 0;
    }
    return isExecutable(event, flagsAt(code) + 1);
  }

  private static long isExecutable(Event event, int mode) {
    return event.has(mode) && (event.number(mode) & EXECUTABLE) != 0 ? 1 : 0;
  }

  private static long flags(Event event) {
    int code = event.code();
    if (!opens(code)) {
      return 0;
    }
    int at = flagsAt(code);
    return event.has(at) ? event.number(at) : 0;
  }

  private static int flagsAt(int code) {
    return code == EventTraits.OPENAT || code == EventTraits.OPENAT2 ? 3 : 2;
  }
}
