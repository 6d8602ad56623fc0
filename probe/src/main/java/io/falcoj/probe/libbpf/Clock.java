package io.falcoj.probe.libbpf;

/** The clocks of the kernel. */
public final class Clock {
  private static final int REALTIME = 0;
  private static final int BOOTTIME = 7;

  private Clock() {}

  /** Nanoseconds since the epoch at which the machine was started, as its clock says now. */
  public static long bootTime() {
    return nanos(REALTIME) - nanos(BOOTTIME);
  }

  /** Nanoseconds since the machine was started, as the kernel counts them for events. */
  public static long sinceBoot() {
    return nanos(BOOTTIME);
  }

  private static long nanos(int clock) {
    long[] time = new long[2];
    LibC.Holder.LIBRARY.clock_gettime(clock, time);
    return time[0] * 1_000_000_000 + time[1];
  }
}
