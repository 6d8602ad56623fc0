package io.falcoj.runtime.source;

import io.falcoj.runtime.value.ByteSlice;

/** Knows whether a thread of the machine that a live source watches is still there. */
@FunctionalInterface
public interface ThreadPresence {
  /** Where nobody can tell: all are there. */
  ThreadPresence UNKNOWN = (pid, tid, comm) -> true;

  /**
   * True when the thread is there, or when that cannot be told. Called by the thread that polls.
   *
   * @param comm name that it had: its number may be that of another thread now
   */
  boolean isThere(long pid, long tid, ByteSlice comm);
}
