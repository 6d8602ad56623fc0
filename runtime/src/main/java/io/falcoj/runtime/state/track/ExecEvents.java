package io.falcoj.runtime.state.track;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.state.FdTable;
import io.falcoj.runtime.state.ThreadGroup;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.current.Codes;
import io.falcoj.runtime.state.current.Current;
import io.falcoj.runtime.state.current.MemoryFigures;
import io.falcoj.runtime.state.current.OpenFlags;
import io.falcoj.runtime.state.current.Params;
import io.falcoj.runtime.value.ByteSlice;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A process becomes another program: {@code execve}, {@code execveat}. What the kernel removes then
 * (sibling threads, descriptors that close on exec) is gone when rules look. Follows {@code
 * parse_execve_exit} of {@code userspace/libsinsp/parsers.cpp}.
 */
final class ExecEvents {
  private static final ByteSlice DELETED = ByteSlice.of(" (deleted)");
  private static final ByteSlice UNKNOWN_DIRECTORY = ByteSlice.of("<UNKNOWN>");

  private static final long EXE_WRITABLE = 1;
  private static final long EXE_UPPER_LAYER = 1 << 1;
  private static final long EXE_FROM_MEMFD = 1 << 2;
  private static final long EXE_LOWER_LAYER = 1 << 3;
  private static final long AT_EMPTY_PATH = 1;

  private ExecEvents() {}

  static void exit(Current c) {
    if (Params.result(c.event) < 0) {
      return;
    }
    ThreadInfo thread = c.thread;
    if (thread != null) {
      if (thread.isDead()) {
        c.threads.revive(thread);
      }
      program(c, thread);
      identity(c.event, thread);
      executable(c.event, thread);
      cleanUp(c, thread);
    }
    ContainerEvents.attach(c);
  }

  private static void program(Current c, ThreadInfo thread) {
    Event e = c.event;
    thread.exe = Params.keep(e, 1, thread.exe, c.scratch);
    thread.lastExecTime = e.timestamp();
    thread.comm = e.has(13) ? Params.keep(e, 13, thread.comm, c.scratch) : thread.exe;
    thread.setArgs(Params.keepItems(e, 2, thread.args(), c.scratch));
    thread.pid = Params.number(e, 4);
    if (thread.isInvalid()) {
      thread.ptid = Params.number(e, 5);
      if ((thread.flags & ThreadInfo.CHILD_IN_PIDNS) == 0) {
        thread.vtid = thread.tid;
        thread.vpid = thread.pid;
      }
      c.threads.relate(thread);
    }
    thread.fdLimit = Params.number(e, 7);
    MemoryFigures.read(e, thread);
    if (e.has(15)) {
      thread.setOwnEnv(Params.keepItems(e, 15, thread.ownEnv(), c.scratch));
    }
    if (e.has(14)) {
      ContainerEvents.setCgroups(c, thread, 14, thread.cgroups);
    }
    setExepath(c, thread);
  }

  private static void setExepath(Current c, ThreadInfo thread) {
    if (c.event.has(27)) {
      thread.exepath = withoutDeleted(Params.text(c.event, 27, c.scratch), thread.exepath);
      return;
    }
    // Recordings of before the kernel told the path: rebuild it from the call's arguments.
    Event enter = c.enterEvent();
    if (enter != null) {
      ByteSlice path =
          enter.code() == Codes.EXECVE_E
              ? execvePath(c, enter, thread)
              : execveatPath(c, enter, thread);
      thread.exepath = withoutDeleted(path, thread.exepath);
    }
  }

  private static ByteSlice execvePath(Current c, Event enter, ThreadInfo thread) {
    ByteSlice filename = Params.text(enter, 0, new ByteSlice());
    return filename.contentEquals(Params.UNKNOWN)
        ? Params.UNKNOWN
        : c.tables.paths().join(thread.cwd(), filename, c.scratch);
  }

  private static ByteSlice execveatPath(Current c, Event enter, ThreadInfo thread) {
    long dirfd = Params.number(enter, 0);
    boolean emptyPath = (Params.number(enter, 2) & AT_EMPTY_PATH) != 0;
    ByteSlice name = Params.text(enter, 1, new ByteSlice());
    ByteSlice directory = c.tables.paths().directory(thread, name, dirfd);
    boolean known = !directory.contentEquals(UNKNOWN_DIRECTORY);
    boolean relative = name.isEmpty() || name.at(0) != '/';
    if (known && relative) {
      c.fd = thread.fd(dirfd);
      c.state.oldFdName = c.fd == null ? ByteSlice.EMPTY : c.fd.name;
    }
    if (!known || (!emptyPath && name.contentEquals(Params.UNKNOWN))) {
      return Params.UNKNOWN;
    }
    return emptyPath
        ? c.tables.paths().join(ByteSlice.EMPTY, directory, c.scratch)
        : c.tables.paths().join(directory, name, c.scratch);
  }

  static ByteSlice withoutDeleted(ByteSlice path, ByteSlice before) {
    int end = path.length() - DELETED.length();
    ByteSlice kept = path;
    if (end > 0) {
      ByteSlice tail = ByteSlice.of(path.array(), path.offset() + end, DELETED.length());
      if (tail.contentEquals(DELETED)) {
        kept = ByteSlice.of(path.array(), path.offset(), end);
      }
    }
    return Params.keep(kept, before);
  }

  private static void identity(Event e, ThreadInfo thread) {
    if (e.has(16)) {
      thread.tty = Params.number(e, 16);
    }
    if (e.has(17)) {
      thread.vpgid = Params.number(e, 17);
    }
    if (e.has(18)) {
      thread.loginuid = Params.number(e, 18);
    }
    if (e.has(26)) {
      thread.uid = Params.number(e, 26);
    }
    thread.pgid = e.has(28) ? Params.number(e, 28) : -1;
    if (e.has(29)) {
      thread.gid = Params.number(e, 29);
    }
  }

  private static void executable(Event e, ThreadInfo thread) {
    if (e.has(19)) {
      long flags = Params.number(e, 19);
      thread.exeWritable = (flags & EXE_WRITABLE) != 0;
      thread.exeUpperLayer = (flags & EXE_UPPER_LAYER) != 0;
      thread.exeFromMemfd = (flags & EXE_FROM_MEMFD) != 0;
      thread.exeLowerLayer = (flags & EXE_LOWER_LAYER) != 0;
    }
    if (e.has(22)) {
      thread.capInheritable = Params.number(e, 20);
      thread.capPermitted = Params.number(e, 21);
      thread.capEffective = Params.number(e, 22);
    }
    if (e.has(25)) {
      thread.exeInode = Params.number(e, 23);
      thread.exeInodeCtime = Params.number(e, 24);
      thread.exeInodeMtime = Params.number(e, 25);
      if (thread.cloneTime != 0) {
        thread.exeInodeCtimeToClone = thread.cloneTime - thread.exeInodeCtime;
      }
      long start = thread.pidNamespaceStart;
      if (start != 0 && Long.compareUnsigned(thread.exeInodeCtime, start) > 0) {
        thread.exeInodeCtimeFromPidNamespace = thread.exeInodeCtime - start;
      }
    }
  }

  private static void cleanUp(Current c, ThreadInfo thread) {
    FdTable fds = thread.fds();
    if (fds != null && !c.frozen) {
      fds.retain((number, info) -> !OpenFlags.closesOnExec(info));
    }
    long kept =
        ThreadInfo.PIPE_SOURCE
            | ThreadInfo.PIPE_DESTINATION
            | ThreadInfo.IS_MAIN_THREAD
            | ThreadInfo.CLONE_INVERTED;
    thread.flags = (thread.flags & kept) | ThreadInfo.ACTIVE | ThreadInfo.NAME_CHANGED;
    removeSiblings(c, thread, thread.group());
  }

  private static void removeSiblings(Current c, ThreadInfo thread, @Nullable ThreadGroup group) {
    if (group == null || group.aliveCount() <= 1) {
      return;
    }
    for (ThreadInfo sibling : new ArrayList<>(group.members())) {
      if (!sibling.isMain() && sibling.tid != thread.tid) {
        c.threads.remove(sibling.tid);
      }
    }
  }
}
