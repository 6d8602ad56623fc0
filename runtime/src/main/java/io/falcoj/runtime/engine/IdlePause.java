package io.falcoj.runtime.engine;

import java.util.concurrent.locks.LockSupport;

/** Pauses while no source has anything to deliver: short at first, longer the longer it lasts. */
final class IdlePause {
  private static final long SHORTEST_NANOS = 250_000;
  private static final long LONGEST_NANOS = 4_000_000;

  private long nanos = SHORTEST_NANOS;

  /**
   * To be called behind every round.
   *
   * @param work items that were delivered
   */
  void after(int work) {
    if (work > 0) {
      nanos = SHORTEST_NANOS;
      return;
    }
    LockSupport.parkNanos(nanos);
    nanos = Math.min(nanos * 2, LONGEST_NANOS);
  }
}
