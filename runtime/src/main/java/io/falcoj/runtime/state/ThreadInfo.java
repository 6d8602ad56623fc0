package io.falcoj.runtime.state;

import io.falcoj.runtime.state.container.ContainerInfo;
import io.falcoj.runtime.state.limits.MemoryBudget;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/** What is known of one thread. Texts are immutable slices, replaced and never edited. */
public final class ThreadInfo {
  public static final long NO_ID = 0xFFFF_FFFFL;

  // Thread flags in the event encoding, and those that only the state sets.
  public static final long CLONE_FILES = 1;
  public static final long CLONE_NEWPID = 1 << 6;
  public static final long CLONE_PARENT = 1 << 8;
  public static final long CLONE_THREAD = 1 << 13;
  public static final long CLONE_INVERTED = 1 << 16;
  public static final long NAME_CHANGED = 1 << 17;
  public static final long CLOSED = 1 << 18;
  public static final long ACTIVE = 1 << 19;
  public static final long CLONE_NEWUSER = 1 << 20;
  public static final long PIPE_SOURCE = 1 << 21;
  public static final long PIPE_DESTINATION = 1 << 22;
  public static final long CLONE_VFORK = 1 << 27;
  public static final long CHILD_IN_PIDNS = 1 << 29;
  public static final long IS_MAIN_THREAD = 1 << 30;

  /** Bytes of a buffer that is kept for the next enter event; a larger one is let go. */
  private static final int KEPT_BUFFER = 512;

  private static final byte[] NOTHING = new byte[0];

  /** Working directory of a thread whose process is not known. */
  private static final ByteSlice NO_CWD = ByteSlice.of("./");

  /**
   * Stands, as this very object, for control groups without room. Nothing follows from their
   * absence: the container that was found in them stays.
   */
  public static final ByteSlice NO_CGROUPS = new ByteSlice();

  public long tid = -1;
  public long pid = -1;
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

  /** NUL-separated {@code subsystem=path}; {@link #NO_CGROUPS} when there was no room for them. */
  public ByteSlice cgroups = ByteSlice.EMPTY;

  public ByteSlice root = ByteSlice.EMPTY;

  /** {@link ContainerInfo#HOST_ID} (that object), or the short id of a container. */
  public ByteSlice containerId = ContainerInfo.HOST_ID;

  public long uid = NO_ID;
  public long gid = NO_ID;
  public long loginuid = NO_ID;
  public long tty;

  /** Bits as the constants above; the low 32 only. */
  public long flags = NAME_CHANGED;

  public long fdLimit = -1;
  public long vmSizeKb;
  public long vmRssKb;
  public long vmSwapKb;
  public long majorFaults;
  public long minorFaults;
  public long pidNamespaceStart;

  /** When the thread began, nanoseconds since the epoch; 0 unknown. */
  public long cloneTime;

  /** When it last executed a program; 0 never or unknown. */
  public long lastExecTime;

  /** When the last event of its own came; 0 never. */
  public long lastEventTime;

  public long capInheritable;
  public long capPermitted;
  public long capEffective;
  public long exeInode;
  public long exeInodeCtime;
  public long exeInodeMtime;

  /** Clone time less the executable's ctime; 0 unknown. */
  public long exeInodeCtimeToClone;

  /** The executable's ctime less the start of the pid name space; 0 when not later. */
  public long exeInodeCtimeFromPidNamespace;

  public boolean exeWritable;
  public boolean exeUpperLayer;
  public boolean exeLowerLayer;
  public boolean exeFromMemfd;

  /** Descriptor of the thread's last event; -1 none. Fields read {@link EventState#fdNumber}. */
  public long lastFd;

  /** Code of the last enter event, -1 none. */
  public int lastEnterCode = -1;

  /** A copy of the last enter event, for its exit; its length is 0 when there is none. */
  private byte[] enterEvent = NOTHING;

  private int enterLength;

  /** Living children that this thread was given, as {@code proc.nchilds} counts them. */
  public long childCount;

  /**
   * Length of upstream's list of children, from which those that are gone are taken only now and
   * then. Whether it is empty decides whether the thread's exit looks for a reaper.
   */
  long listedChildren;

  private final FdTable ownFds = new FdTable();

  /** What the thread, without its descriptors, was charged; 0 while it is not in the table. */
  long charged;

  /** Children in the table. */
  long linkedChildren;

  @Nullable ThreadGroup group;
  @Nullable ThreadInfo nextInGroup;
  @Nullable ThreadInfo previousInGroup;
  @Nullable ThreadInfo firstChild;
  @Nullable ThreadInfo nextSibling;
  @Nullable ThreadInfo previousSibling;
  @Nullable ThreadInfo childOf;

  private ByteSlice args = ByteSlice.EMPTY;
  private ByteSlice env = ByteSlice.EMPTY;
  private ByteSlice cwd = ByteSlice.EMPTY;
  private @Nullable ByteSlice joinedArgs;
  private @Nullable ByteSlice cmdline;
  private @Nullable ByteSlice cmdlineComm;

  /** Bytes that the thread takes, its descriptors excepted; estimated from above. */
  long bytes() {
    // arguments are kept up to three times: as recorded, joined, and behind the name
    return MemoryBudget.THREAD
        + MemoryBudget.beyondHead(comm)
        + MemoryBudget.beyondHead(exe)
        + MemoryBudget.beyondHead(exepath)
        + MemoryBudget.beyondHead(cgroups)
        + MemoryBudget.beyondHead(containerId)
        + MemoryBudget.beyondHead(root)
        + MemoryBudget.beyondHead(cwd)
        + MemoryBudget.beyondHead(env)
        + 3 * MemoryBudget.beyondHead(args)
        + enterEvent.length;
  }

  /**
   * Lets go of the texts for which there is no room. The command line keeps its beginning; what
   * others are made of or found by (paths, control groups, variables) is absent rather than cut.
   */
  void shorten() {
    comm = MemoryBudget.head(comm);
    exe = MemoryBudget.head(exe);
    setArgs(MemoryBudget.head(args));
    exepath = shortOr(exepath, ByteSlice.EMPTY);
    root = shortOr(root, ByteSlice.EMPTY);
    cwd = shortOr(cwd, NO_CWD);
    env = shortOr(env, ByteSlice.EMPTY);
    cgroups = shortOr(cgroups, NO_CGROUPS);
    containerId = shortOr(containerId, ByteSlice.EMPTY);
    enterEvent = NOTHING;
    enterLength = 0;
  }

  private static ByteSlice shortOr(ByteSlice text, ByteSlice absent) {
    return MemoryBudget.beyondHead(text) == 0 ? text : absent;
  }

  /** Keeps a copy of an enter event. */
  public void keepEnter(byte[] bytes, int offset, int length) {
    if (enterEvent.length < length) {
      enterEvent = new byte[length];
    }
    System.arraycopy(bytes, offset, enterEvent, 0, length);
    enterLength = length;
  }

  /** Forgets the enter event. */
  public void dropEnter() {
    enterLength = 0;
    if (enterEvent.length > KEPT_BUFFER) {
      enterEvent = NOTHING;
    }
  }

  /** The enter event's bytes, from index 0 on. */
  public byte[] enterEvent() {
    return enterEvent;
  }

  /** Length of the enter event; 0 when none is kept. */
  public int enterLength() {
    return enterLength;
  }

  /** True for the thread that stands for its process. */
  public boolean isMain() {
    return tid == pid || (flags & IS_MAIN_THREAD) != 0;
  }

  /** True for a thread of which an event told no more than its number. */
  public boolean isInvalid() {
    return tid < 0 || pid < 0 || ptid < 0;
  }

  /** True between exit and removal. */
  public boolean isDead() {
    return (flags & CLOSED) != 0;
  }

  public boolean isInPidNamespace() {
    return (flags & CHILD_IN_PIDNS) != 0 || (tid != vtid && vtid >= 0);
  }

  /** The thread that stands for the process, or null when it is not known. */
  public @Nullable ThreadInfo main() {
    if (isMain()) {
      return this;
    }
    return group == null ? null : group.main();
  }

  /** True while children are listed, of which some may be gone. */
  public boolean hasChildren() {
    return listedChildren > 0;
  }

  /** The process; null for a thread of which only the number is known. */
  public @Nullable ThreadGroup group() {
    return group;
  }

  /** Threads of the process that are alive; 0 when the process is not known. */
  public int threadCount() {
    return group == null ? 0 : group.aliveCount();
  }

  /** The table that the thread's calls use, or null when the process is not known. */
  public @Nullable FdTable fds() {
    if ((flags & CLONE_FILES) == 0) {
      return ownFds;
    }
    ThreadInfo main = main();
    return main == null ? null : main.ownFds;
  }

  /** The table kept at this very thread, which only a main thread's calls use. */
  public FdTable ownFds() {
    return ownFds;
  }

  /** The entry of {@link #fds}, or null. */
  public @Nullable FdInfo fd(long number) {
    FdTable table = number < 0 ? null : fds();
    return table == null ? null : table.get(number);
  }

  /** Open descriptors of the process. */
  public int fdCount() {
    ThreadInfo main = main();
    return main == null ? 0 : main.ownFds.size();
  }

  /** Most descriptors that the process may open; 0 when the process is not known. */
  public long processFdLimit() {
    ThreadInfo main = main();
    return main == null ? 0 : main.fdLimit;
  }

  /** Working directory of the process, ending with a slash. */
  public ByteSlice cwd() {
    ThreadInfo main = main();
    return main == null ? NO_CWD : main.cwd;
  }

  public void setOwnCwd(ByteSlice path) {
    cwd = path;
  }

  /** The directory stored at this very thread. */
  public ByteSlice ownCwd() {
    return cwd;
  }

  /** Environment of the process: NUL-separated {@code NAME=value}, no NUL at the end. */
  public ByteSlice env() {
    ThreadInfo main = main();
    return main == null ? env : main.env;
  }

  public void setOwnEnv(ByteSlice variables) {
    env = variables;
  }

  public ByteSlice ownEnv() {
    return env;
  }

  /**
   * Arguments without the program name: NUL-separated, no NUL at the end. Empty for none, and for a
   * single empty argument, which upstream does not tell apart either.
   */
  public ByteSlice args() {
    return args;
  }

  public void setArgs(ByteSlice newArgs) {
    args = newArgs;
    joinedArgs = null;
    cmdline = null;
  }

  /** {@link #args} with blanks between them. */
  public ByteSlice joinedArgs() {
    ByteSlice joined = joinedArgs;
    if (joined == null) {
      byte[] bytes = args.toBytes();
      blanksForNuls(bytes, 0);
      joined = args.isEmpty() ? ByteSlice.EMPTY : ByteSlice.of(bytes);
      joinedArgs = joined;
    }
    return joined;
  }

  /** Name and arguments, with blanks between them. */
  public ByteSlice cmdline() {
    ByteSlice line = cmdline;
    if (line == null || cmdlineComm != comm) {
      line = args.isEmpty() ? comm : joinedTo(comm);
      cmdline = line;
      cmdlineComm = comm;
    }
    return line;
  }

  private ByteSlice joinedTo(ByteSlice head) {
    int start = head.length() + 1;
    byte[] bytes = new byte[start + args.length()];
    System.arraycopy(head.array(), head.offset(), bytes, 0, head.length());
    bytes[start - 1] = ' ';
    System.arraycopy(args.array(), args.offset(), bytes, start, args.length());
    blanksForNuls(bytes, start);
    return ByteSlice.of(bytes);
  }

  private static void blanksForNuls(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        bytes[i] = ' ';
      }
    }
  }
}
