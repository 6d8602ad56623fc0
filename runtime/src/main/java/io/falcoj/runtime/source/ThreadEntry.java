package io.falcoj.runtime.source;

import io.falcoj.runtime.value.ByteSlice;

/**
 * A thread of the snapshot, as the process list of a capture holds it; absent values are 0, -1 or
 * empty.
 */
public final class ThreadEntry implements Cloneable {
  public long tid;
  public long pid;
  public long ptid;
  public long sid;
  public long vpgid;
  public long pgid = -1;
  public long vtid = -1;
  public long vpid = -1;
  public ByteSlice comm = ByteSlice.EMPTY;
  public ByteSlice exe = ByteSlice.EMPTY;
  public ByteSlice exepath = ByteSlice.EMPTY;

  /** NUL-separated, without the program name. */
  public ByteSlice args = ByteSlice.EMPTY;

  /** NUL-separated. */
  public ByteSlice env = ByteSlice.EMPTY;

  /** NUL-separated {@code subsystem=path}. */
  public ByteSlice cgroups = ByteSlice.EMPTY;

  public ByteSlice cwd = ByteSlice.EMPTY;
  public ByteSlice root = ByteSlice.EMPTY;
  public long fdLimit;
  public long flags;
  public long uid;
  public long gid;
  public long loginuid = 0xFFFF_FFFFL;
  public long tty;
  public long vmSizeKb;
  public long vmRssKb;
  public long vmSwapKb;
  public long majorFaults;
  public long minorFaults;
  public long pidNamespaceStart;
  public long capInheritable;
  public long capPermitted;
  public long capEffective;
  public long exeInode;
  public long exeInodeCtime;
  public long exeInodeMtime;
  public boolean exeWritable;
  public boolean exeUpperLayer;
  public boolean exeLowerLayer;
  public boolean exeFromMemfd;

  /** When the thread began, nanoseconds since the epoch; 0 where that is not told. */
  public long startedAt;

  /**
   * Of a live machine, whose events come at the same time: every event of the thread that is older,
   * nanoseconds since the epoch, has left its traces in this entry; 0 where nothing is known.
   */
  public long seenAt;

  /** Likewise of the descriptors that are told of with it; 0 when none are. */
  public long descriptorsSeenAt;

  /** Another entry that says the same, to be changed. */
  public ThreadEntry copy() {
    try {
      return (ThreadEntry) clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the class is cloneable", e);
    }
  }
}
