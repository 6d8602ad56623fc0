package io.falcoj.probe.schema;

/**
 * The records that the iterators of {@code snapshot.bpf.c} write: the structs of {@code
 * snapshot.h}, each with its texts behind it. The C compiler compares these offsets with its own.
 */
public final class SnapshotLayout {
  public static final int SIZE = 0;

  public static final int TASK_TID = 4;
  public static final int TASK_SEEN = 8;
  public static final int TASK_STARTED = 16;

  /**
   * Eleven numbers: pid, ptid, pgid, then tid, pid, pgid and sid as inside; uid, gid, login, tty.
   */
  public static final int TASK_NUMBERS = 24;

  public static final int TASK_EXE_UID = 68;
  public static final int TASK_EXE_GID = 72;
  public static final int TASK_EXE_MODE = 76;
  public static final int TASK_CAPABILITIES = 80;
  public static final int TASK_FD_LIMIT = 104;
  public static final int TASK_PAGES = 112;
  public static final int TASK_RESIDENT = 120;
  public static final int TASK_SWAPPED = 128;

  /** Minor and major faults of the thread, then those of threads of its process that have ended. */
  public static final int TASK_FAULTS = 136;

  public static final int TASK_EXE_INODE = 168;
  public static final int TASK_EXE_CTIME = 176;
  public static final int TASK_EXE_MTIME = 184;
  public static final int TASK_CGROUPS = 192;
  public static final int TASK_COMM = 200;
  public static final int TASK_COMM_BYTES = 16;

  /** Lengths of five texts: program, working directory, root, arguments, environment. */
  public static final int TASK_LENGTHS = 216;

  public static final int TASK_BYTES = 232;

  public static final int FILE_PID = 4;
  public static final int FILE_SEEN = 8;
  public static final int FILE_FD = 16;
  public static final int FILE_FLAGS = 20;
  public static final int FILE_INODE = 24;
  public static final int FILE_DEVICE = 32;
  public static final int FILE_MODE = 36;
  public static final int FILE_FAMILY = 40;
  public static final int FILE_PROTOCOL = 42;
  public static final int FILE_TYPE = 44;
  public static final int FILE_STATE = 46;
  public static final int FILE_LOCAL_PORT = 48;
  public static final int FILE_REMOTE_PORT = 50;
  public static final int FILE_BOUND = 52;
  public static final int FILE_NAME_LENGTH = 54;
  public static final int FILE_LOCAL = 56;
  public static final int FILE_REMOTE = 72;
  public static final int FILE_SOCKET = 88;
  public static final int FILE_PEER = 96;
  public static final int FILE_BYTES = 104;

  private SnapshotLayout() {}
}
