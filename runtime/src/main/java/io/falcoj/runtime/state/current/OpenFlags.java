package io.falcoj.runtime.state.current;

import io.falcoj.runtime.state.FdInfo;

/** Open flags in the event encoding ({@code PPM_O_*} of {@code driver/ppm_events_public.h}). */
public final class OpenFlags {
  public static final long DIRECTORY = 1 << 10;
  public static final long CLOEXEC = 1 << 12;
  public static final long CREATED = 1 << 14;
  public static final long UPPER_LAYER = 1 << 15;
  public static final long LOWER_LAYER = 1 << 16;

  /** The bit that {@code epoll_create1} and {@code memfd_create} use for the same. */
  private static final long OTHER_CLOEXEC = 1;

  private OpenFlags() {}

  public static boolean closesOnExec(FdInfo fd) {
    if ((fd.openFlags & CLOEXEC) != 0) {
      return true;
    }
    return (fd.kind == FdInfo.Kind.EVENTPOLL || fd.kind == FdInfo.Kind.MEMFD)
        && (fd.openFlags & OTHER_CLOEXEC) != 0;
  }

  public static void keepOnExec(FdInfo fd) {
    fd.openFlags &= ~(CLOEXEC | OTHER_CLOEXEC);
  }
}
