package io.falcoj.runtime.state.track;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.FdInfo.Kind;
import io.falcoj.runtime.state.FdTable;
import io.falcoj.runtime.state.SocketInfo;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.current.Codes;
import io.falcoj.runtime.state.current.Current;
import io.falcoj.runtime.state.current.Handler;
import io.falcoj.runtime.state.current.OpenFlags;
import io.falcoj.runtime.state.current.Params;
import io.falcoj.runtime.value.ByteSlice;

/** Descriptors are closed and copied, and those that are neither files nor connections made. */
final class DescriptorEvents {
  private static final long CLOSE_RANGE_CLOEXEC = 1 << 2;
  private static final long F_DUPFD = 1;
  private static final long F_SETFD = 3;
  private static final long F_DUPFD_CLOEXEC = 26;
  private static final long FD_CLOEXEC = 1;
  private static final long EPOLL_CLOEXEC = 1;

  private DescriptorEvents() {}

  /** The descriptor stays until rules have seen the event. */
  static void close(Current c) {
    if (c.thread != null && c.fd != null && !c.frozen && Params.result(c.event) >= 0) {
      c.fdToRemove = c.thread.lastFd;
    }
  }

  static void closeRange(Current c) {
    Event e = c.event;
    FdTable fds = c.thread == null ? null : c.thread.fds();
    if (fds == null || c.frozen || Params.result(e) < 0) {
      return;
    }
    long first = Params.number(e, 1);
    long last = Params.number(e, 2);
    if ((Params.number(e, 3) & CLOSE_RANGE_CLOEXEC) != 0) {
      fds.forEach(
          (fd, info) -> {
            if (fd >= first && fd <= last) {
              fds.writable(fd, info).openFlags |= OpenFlags.CLOEXEC;
            }
            return true;
          });
    } else {
      fds.retain((fd, info) -> fd < 0 || fd < first || fd > last);
    }
  }

  static void dup(Current c) {
    ThreadInfo thread = c.thread;
    long result = Params.result(c.event);
    if (thread == null || result < 0) {
      return;
    }
    if (c.fd == null) {
      if (c.filtered) {
        forget(thread, result);
      }
      return;
    }
    // Standard input or output from a duplicate: part of a shell pipe.
    if (result == 0) {
      thread.flags |= ThreadInfo.PIPE_DESTINATION;
    } else if (result == 1) {
      thread.flags |= ThreadInfo.PIPE_SOURCE;
    }
    FdInfo copy = c.fd.copy();
    OpenFlags.keepOnExec(copy);
    if (c.event.code() == Codes.DUP3_X && (Params.number(c.event, 3) & OpenFlags.CLOEXEC) != 0) {
      copy.openFlags |= OpenFlags.CLOEXEC;
    }
    c.addCopiedFd(thread, result, copy);
  }

  /** Whatever the number stood for, it is a copy of something unknown now. */
  private static void forget(ThreadInfo thread, long number) {
    FdTable fds = thread.fds();
    if (fds != null && number != thread.lastFd) {
      fds.remove(number);
    }
  }

  static void fcntl(Current c) {
    ThreadInfo thread = c.thread;
    Event e = c.event;
    long command = Params.number(e, 2);
    long result = Params.result(e);
    if (thread == null || c.fd == null || result < 0) {
      return;
    }
    if (command == F_SETFD) {
      FdInfo own = c.changeable(thread, c.fd);
      OpenFlags.keepOnExec(own);
      own.openFlags |= (Params.number(e, 3) & FD_CLOEXEC) != 0 ? OpenFlags.CLOEXEC : 0;
    } else if (command == F_DUPFD || command == F_DUPFD_CLOEXEC) {
      FdInfo copy = c.fd.copy();
      OpenFlags.keepOnExec(copy);
      copy.openFlags |= command == F_DUPFD_CLOEXEC ? OpenFlags.CLOEXEC : 0;
      c.addCopiedFd(thread, result, copy);
    }
  }

  /** A handler for calls that return one new descriptor of that kind. */
  static Handler made(Kind kind) {
    return c -> make(c, kind, 0);
  }

  /** The same, with the open flags in a parameter. */
  static Handler made(Kind kind, int flagsParam) {
    return c -> make(c, kind, Params.number(c.event, flagsParam));
  }

  private static void make(Current c, Kind kind, long openFlags) {
    long result = Params.result(c.event);
    if (c.thread != null && result >= 0) {
      FdInfo info = new FdInfo();
      info.kind = kind;
      info.openFlags = openFlags;
      c.addFd(c.thread, result, info);
    }
  }

  static void epollCreate1(Current c) {
    boolean closes = (Params.number(c.event, 1) & EPOLL_CLOEXEC) != 0;
    make(c, Kind.EVENTPOLL, closes ? OpenFlags.CLOEXEC : 0);
  }

  static void pipe(Current c) {
    Event e = c.event;
    if (c.thread == null || Params.result(e) < 0) {
      return;
    }
    long flags = e.code() == Codes.PIPE2_X ? Params.number(e, 4) : 0;
    for (int param = 1; param <= 2; param++) {
      FdInfo info = new FdInfo();
      info.kind = Kind.FIFO;
      info.inode = Params.number(e, 3);
      info.openFlags = flags;
      c.addFd(c.thread, Params.number(e, param), info);
    }
  }

  static void socketpair(Current c) {
    Event e = c.event;
    ThreadInfo thread = c.thread;
    if (thread == null || Params.result(e) < 0) {
      return;
    }
    long first = Params.number(e, 1);
    long second = Params.number(e, 2);
    if (first == second) {
      c.fd = null;
      return;
    }
    FdInfo info = new FdInfo();
    info.kind = Kind.UNIX;
    info.socket = SocketInfo.empty();
    info.socket.setUnix(Params.number(e, 3), Params.number(e, 4));
    FdInfo other = info.copy();
    c.addFd(thread, first, info);
    FdInfo shown = c.fd;
    c.addFd(thread, second, other);
    c.fd = shown;
  }

  /** Upstream adds an entry for a failed call too, under the negative number. */
  static void memfdCreate(Current c) {
    if (c.thread == null) {
      return;
    }
    long result = Params.result(c.event);
    FdInfo info = new FdInfo();
    if (result >= 0) {
      info.kind = Kind.MEMFD;
      info.name = Params.text(c.event, 1, new ByteSlice()).copy();
      info.openFlags = Params.number(c.event, 2);
    }
    c.addFd(c.thread, result, info);
  }

  static void pidfdOpen(Current c) {
    long result = Params.result(c.event);
    if (c.thread == null || result < 0) {
      return;
    }
    FdInfo info = new FdInfo();
    info.kind = Kind.PIDFD;
    info.pid = Params.number(c.event, 1);
    info.name = ByteSlice.of("/proc/" + info.pid);
    info.openFlags = Params.number(c.event, 2);
    c.addFd(c.thread, result, info);
  }

  static void pidfdGetfd(Current c) {
    if (c.thread == null) {
      return;
    }
    FdInfo pidfd = c.thread.fd(Params.number(c.event, 1));
    if (pidfd == null || pidfd.kind != Kind.PIDFD) {
      return;
    }
    ThreadInfo owner = c.threads.find(pidfd.pid);
    FdInfo wanted = owner == null ? null : owner.fd(Params.number(c.event, 2));
    if (wanted != null) {
      FdInfo copy = wanted.copy();
      OpenFlags.keepOnExec(copy);
      copy.openFlags |= OpenFlags.CLOEXEC;
      c.addCopiedFd(c.thread, Params.result(c.event), copy);
    }
  }
}
