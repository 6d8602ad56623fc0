package io.falcoj.runtime.state;

import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/** What is known of one thread. Texts are immutable slices, replaced and never edited. */
public final class ThreadInfo {
  public static final long NO_ID = 0xFFFF_FFFFL;

  public long tid;
  public long pid;
  public long ptid = -1;
  public long sid = -1;
  public long pgid = -1;
  public long vpgid = -1;
  public long vtid = -1;
  public long vpid = -1;
  public long reaperTid = -1;

  public ByteSlice comm = ByteSlice.EMPTY;
  public ByteSlice exe = ByteSlice.EMPTY;
  public ByteSlice exepath = ByteSlice.EMPTY;

  /** NUL-terminated arguments, without the program name. */
  public ByteSlice args = ByteSlice.EMPTY;

  public ByteSlice env = ByteSlice.EMPTY;
  public ByteSlice cgroups = ByteSlice.EMPTY;
  public ByteSlice cwd = ByteSlice.EMPTY;
  public ByteSlice root = ByteSlice.EMPTY;

  /** {@code host}, twelve hexadecimal digits, or empty while unknown. */
  public ByteSlice containerId = ByteSlice.EMPTY;

  public long uid = NO_ID;
  public long gid = NO_ID;
  public long loginuid = NO_ID;
  public long tty;

  /** Thread flags in the event encoding ({@code PPM_CL_*}). */
  public long flags;

  public long fdLimit;
  public long vmSizeKb;
  public long vmRssKb;
  public long vmSwapKb;
  public long majorFaults;
  public long minorFaults;
  public long pidNamespaceStart;

  /** When the thread began and when it last executed, nanoseconds since the epoch; 0 unknown. */
  public long cloneTime;

  public long lastExecTime;

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

  public boolean dead;

  /** The table of the process; threads of one process share it. */
  public FdTable fds = new FdTable();

  /** Space-separated {@link #args}, built on first use; null after they changed. */
  @Nullable ByteSlice joinedArgs;

  /** True for the thread that stands for its process. */
  public boolean isMain() {
    return tid == pid;
  }
}
