package io.falcoj.runtime.state.track;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.current.Codes;
import io.falcoj.runtime.state.current.Current;
import io.falcoj.runtime.state.current.MemoryFigures;
import io.falcoj.runtime.state.current.Params;
import io.falcoj.runtime.state.current.RecentExits;
import org.jspecify.annotations.Nullable;

/**
 * A thread begins: {@code clone}, {@code clone3}, {@code fork}, {@code vfork}. The call returns
 * twice, in either order, and each return may be lost, so both sides can make the child. Follows
 * {@code parse_clone_exit_*} of {@code userspace/libsinsp/parsers.cpp}.
 */
final class CloneEvents {
  private static final long STALE_NANOS = 2_000_000_000L;

  // Parameters of all four events.
  private static final int EXE = 1;
  private static final int ARGS = 2;
  private static final int PID = 4;
  private static final int PTID = 5;
  private static final int FD_LIMIT = 7;
  private static final int COMM = 13;
  private static final int CGROUPS = 14;
  private static final int FLAGS = 15;
  private static final int UID = 16;
  private static final int GID = 17;
  private static final int VTID = 18;
  private static final int VPID = 19;
  private static final int PIDNS_START = 20;

  private final RecentExits recentExits;

  CloneEvents(RecentExits recentExits) {
    this.recentExits = recentExits;
  }

  void exit(Current c) {
    long result = Params.result(c.event);
    if (result == 0) {
      inChild(c);
    } else if (result > 0) {
      inCaller(c, result);
    }
    if (result >= 0) {
      ContainerEvents.attach(c);
    }
  }

  private void inCaller(Current c, long childTid) {
    Event e = c.event;
    ThreadInfo caller = c.threads.findOrInvent(e.tid());
    c.thread = caller;
    if (caller == null) {
      return;
    }
    boolean known = !caller.isInvalid();
    if (!known) {
      introduceCaller(c, caller);
    }
    long flags = Params.number(e, FLAGS);
    long leftToChild =
        ThreadInfo.CHILD_IN_PIDNS
            | ThreadInfo.CLONE_NEWPID
            | ThreadInfo.CLONE_PARENT
            | ThreadInfo.CLONE_VFORK;
    if ((flags & leftToChild) != 0
        || e.tid() != caller.vtid
        || e.code() == Codes.VFORK_X
        || recentExits.contains(childTid, e.tid(), e.timestamp())) {
      return;
    }
    ThreadInfo existing = c.threads.find(childTid);
    if (existing != null) {
      if ((existing.flags & ThreadInfo.CLONE_INVERTED) != 0) {
        complete(c, existing, caller);
        return;
      }
      c.threads.remove(childTid);
    }
    makeChild(c, caller, known, childTid, flags);
    if (existing != null) {
      c.thread = c.threads.find(e.tid());
    }
  }

  private static void makeChild(
      Current c, ThreadInfo caller, boolean known, long childTid, long flags) {
    ThreadInfo child = new ThreadInfo();
    child.tid = childTid;
    child.flags = flags;
    placeChild(child, caller, known);
    child.vtid = child.tid;
    child.vpid = child.pid;
    readCommon(c, child, caller);
    child.pidNamespaceStart = c.tables.bootTime();
    if (known) {
      inherit(child, caller);
    } else {
      shareNames(caller, child);
    }
    c.threads.add(child, true);
  }

  /** The caller was only a number; now more is known. */
  private static void introduceCaller(Current c, ThreadInfo caller) {
    Event e = c.event;
    caller.pid = Params.number(e, PID);
    caller.ptid = Params.number(e, PTID);
    boolean virtual = e.has(VPID);
    caller.vtid = virtual ? Params.number(e, VTID) : e.tid();
    caller.vpid = virtual ? Params.number(e, VPID) : -1;
    c.threads.relate(caller);
  }

  private static void placeChild(ThreadInfo child, ThreadInfo caller, boolean known) {
    if ((child.flags & ThreadInfo.CLONE_THREAD) == 0) {
      if (known) {
        copyProcess(child, caller);
      }
      child.pid = child.tid;
      child.ptid = caller.tid;
    } else {
      child.pid = caller.pid;
      child.ptid = caller.ptid;
      child.flags |= ThreadInfo.CLONE_FILES;
      child.lastExecTime = caller.lastExecTime;
    }
  }

  private void inChild(Current c) {
    Event e = c.event;
    ThreadInfo existing = c.thread;
    if (existing != null && existing.cloneTime != 0) {
      // Upstream's numbers have no sign: an entry made later than the event is an old one too.
      long age = e.timestamp() - existing.cloneTime;
      if (Long.compareUnsigned(age, STALE_NANOS) < 0) {
        complete(c, existing, c.threads.find(existing.ptid));
        return;
      }
      c.threads.remove(e.tid());
      c.thread = null;
    }
    ThreadInfo child = new ThreadInfo();
    child.tid = e.tid();
    child.pid = Params.number(e, PID);
    child.ptid = Params.number(e, PTID);
    boolean virtual = e.has(VPID);
    child.vtid = virtual ? Params.number(e, VTID) : child.tid;
    child.vpid = virtual ? Params.number(e, VPID) : -1;
    child.flags = Params.number(e, FLAGS) | ThreadInfo.CLONE_INVERTED;
    boolean leads = (child.flags & ThreadInfo.CLONE_THREAD) == 0;
    child.flags |= leads ? 0 : ThreadInfo.CLONE_FILES;
    ThreadInfo origin = c.threads.findOrInvent(leads ? child.ptid : child.pid);
    if (origin == null) {
      c.thread = null;
      return;
    }
    fillChild(c, child, origin, leads);
    c.thread = c.threads.add(child, true) ? child : null;
  }

  private static void fillChild(Current c, ThreadInfo child, ThreadInfo origin, boolean leads) {
    boolean known = !origin.isInvalid();
    if (!known && !leads) {
      introduceMain(c, origin, child);
    }
    readCommon(c, child, origin);
    if (known) {
      inherit(child, origin);
      if (leads) {
        copyProcess(child, origin);
      } else {
        child.lastExecTime = origin.lastExecTime;
      }
    } else if (!leads) {
      shareNames(origin, child);
    }
    long inContainer = ThreadInfo.CHILD_IN_PIDNS | ThreadInfo.CLONE_NEWPID;
    if ((child.flags & inContainer) == 0 && child.tid == child.vtid) {
      child.pidNamespaceStart = c.tables.bootTime();
    } else if (c.event.has(PIDNS_START)) {
      child.pidNamespaceStart = Params.number(c.event, PIDNS_START) + c.tables.bootTime();
    }
  }

  /** The main thread of the child's process was only a number. */
  private static void introduceMain(Current c, ThreadInfo main, ThreadInfo child) {
    main.pid = child.pid;
    main.ptid = child.ptid;
    main.vpid = child.vpid;
    main.vtid = main.vpid;
    c.threads.relate(main);
  }

  /** What the event tells of the child, whoever sent it. */
  private static void readCommon(Current c, ThreadInfo child, ThreadInfo like) {
    Event e = c.event;
    child.exe = Params.keep(e, EXE, like.exe, c.scratch);
    child.comm = e.has(COMM) ? Params.keep(e, COMM, like.comm, c.scratch) : child.exe;
    child.setArgs(Params.keepItems(e, ARGS, like.args(), c.scratch));
    child.fdLimit = Params.number(e, FD_LIMIT);
    MemoryFigures.read(e, child);
    child.uid = Params.number(e, UID);
    child.gid = Params.number(e, GID);
    if (e.has(CGROUPS)) {
      ContainerEvents.setCgroups(c, child, CGROUPS, like.cgroups);
    }
    child.cloneTime = e.timestamp();
  }

  private static void inherit(ThreadInfo child, ThreadInfo from) {
    child.exepath = from.exepath;
    child.exeWritable = from.exeWritable;
    child.exeUpperLayer = from.exeUpperLayer;
    child.exeLowerLayer = from.exeLowerLayer;
    child.exeFromMemfd = from.exeFromMemfd;
    child.root = from.root;
    child.sid = from.sid;
    child.vpgid = from.vpgid;
    child.pgid = from.pgid;
    child.tty = from.tty;
    child.loginuid = from.loginuid;
    child.capPermitted = from.capPermitted;
    child.capInheritable = from.capInheritable;
    child.capEffective = from.capEffective;
    child.exeInode = from.exeInode;
    child.exeInodeCtime = from.exeInodeCtime;
    child.exeInodeMtime = from.exeInodeMtime;
    child.exeInodeCtimeToClone = from.exeInodeCtimeToClone;
  }

  /** Gives a child that the snapshot saw without its descriptors those that it began with. */
  private static void complete(Current c, ThreadInfo child, @Nullable ThreadInfo parent) {
    if (c.overlap.reaches(c.event.timestamp())
        && parent != null
        && parent.fds() != null
        && c.overlap.lacksDescriptors(child)) {
      child.ownFds().shareFrom(parent.fds());
    }
  }

  private static void copyProcess(ThreadInfo child, ThreadInfo from) {
    if (from.fds() != null) {
      child.ownFds().shareFrom(from.fds());
    }
    child.setOwnCwd(from.cwd());
    child.setOwnEnv(from.ownEnv());
  }

  private static void shareNames(ThreadInfo to, @Nullable ThreadInfo from) {
    if (from != null) {
      to.exe = from.exe;
      to.comm = from.comm;
      to.setArgs(from.args());
    }
  }
}
