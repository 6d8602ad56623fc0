package io.falcoj.runtime.state.track;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.state.ThreadGroup;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.current.Codes;
import io.falcoj.runtime.state.current.Current;
import io.falcoj.runtime.state.current.Params;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/** What a process changes about itself, and its end. */
final class ProcessEvents {
  private static final long RLIMIT_NOFILE = 7;
  private static final long PR_SET_CHILD_SUBREAPER = 36;
  private static final long PR_GET_CHILD_SUBREAPER = 37;

  /** Every capability that the kernel knows: 41 of them. */
  private static final long ALL_CAPABILITIES = (1L << 41) - 1;

  private ProcessEvents() {}

  /** The thread is marked now and removed after matching. */
  static void procexit(Current c) {
    ThreadInfo thread = c.thread;
    // One that ended before this one of its number began.
    boolean earlier = thread != null && c.settled && c.event.timestamp() < thread.cloneTime;
    if (thread == null || earlier) {
      return;
    }
    c.threads.markDead(thread);
    c.threadToRemove = c.event.tid();
    if (!thread.hasChildren()) {
      return;
    }
    if (c.event.paramCount() <= 4) {
      thread.reaperTid = -1;
    } else if (c.event.has(4)) {
      thread.reaperTid = Params.number(c.event, 4);
    }
  }

  static void chdir(Current c) {
    if (Params.result(c.event) >= 0 && c.thread != null && !c.settled) {
      changeDirectory(c, c.thread, Params.text(c.event, 1, new ByteSlice()));
    }
  }

  static void fchdir(Current c) {
    if (Params.result(c.event) >= 0 && c.thread != null && c.fd != null && !c.settled) {
      changeDirectory(c, c.thread, c.fd.name);
    }
  }

  /** Stores the directory at the main thread, with a slash at its end. */
  static void changeDirectory(Current c, ThreadInfo thread, ByteSlice path) {
    ThreadInfo main = thread.main();
    if (main == null) {
      return;
    }
    ByteSlice plain = c.tables.paths().join(thread.ownCwd(), path, c.scratch);
    int length = plain.length();
    if (length > 0 && plain.at(length - 1) == '/') {
      main.setOwnCwd(plain.copy());
    } else {
      byte[] bytes = new byte[length + 1];
      System.arraycopy(plain.array(), plain.offset(), bytes, 0, length);
      bytes[length] = '/';
      main.setOwnCwd(ByteSlice.of(bytes));
    }
    c.threads.weigh(main);
  }

  static void chroot(Current c) {
    ThreadInfo thread = c.thread;
    long result = Params.result(c.event);
    if (thread != null && result == 0 && !c.settled) {
      ByteSlice path = Params.text(c.event, 1, new ByteSlice());
      boolean plain = path.isEmpty() || path.at(0) == '/' || path == Params.UNKNOWN;
      thread.root =
          plain ? path.copy() : c.tables.paths().join(thread.cwd(), path, c.scratch).copy();
    }
    if (result >= 0) {
      ContainerEvents.attach(c);
    }
  }

  static void setsid(Current c) {
    long result = Params.result(c.event);
    if (result >= 0 && c.thread != null) {
      c.thread.sid = result;
    }
  }

  static void capset(Current c) {
    ThreadInfo thread = c.thread;
    if (thread != null && Params.result(c.event) >= 0) {
      thread.capInheritable = Params.number(c.event, 1);
      thread.capPermitted = Params.number(c.event, 2);
      thread.capEffective = Params.number(c.event, 3);
    }
  }

  /** {@code unshare} and {@code setns}: a new user name space brings all capabilities. */
  static void namespaces(Current c) {
    ThreadInfo thread = c.thread;
    Event e = c.event;
    if (thread == null || Params.result(e) < 0) {
      return;
    }
    long flags = Params.number(e, e.code() == Codes.UNSHARE_X ? 1 : 2);
    if ((flags & ThreadInfo.CLONE_NEWUSER) != 0) {
      thread.capInheritable = ALL_CAPABILITIES;
      thread.capPermitted = ALL_CAPABILITIES;
      thread.capEffective = ALL_CAPABILITIES;
    }
  }

  static void prctl(Current c) {
    if (Params.result(c.event) < 0 || c.thread == null || c.thread.isInvalid()) {
      return;
    }
    long option = Params.number(c.event, 1);
    ThreadGroup group = c.thread.group();
    if (group != null && (option == PR_SET_CHILD_SUBREAPER || option == PR_GET_CHILD_SUBREAPER)) {
      group.setReaper(Params.number(c.event, 3) != 0);
    }
  }

  /** {@code getrlimit}, {@code setrlimit}. */
  static void rlimit(Current c) {
    if (c.thread == null
        || Params.result(c.event) < 0
        || Params.number(c.event, 3) != RLIMIT_NOFILE) {
      return;
    }
    setFdLimit(c.thread.main(), Params.number(c.event, 1));
  }

  static void prlimit(Current c) {
    Event e = c.event;
    if (Params.result(e) != 0
        || !e.has(6)
        || Params.number(e, 6) != RLIMIT_NOFILE
        || !e.has(5)
        || Params.number(e, 1) == -1) {
      return;
    }
    long tid = Params.number(e, 5);
    ThreadInfo target = c.threads.findOrInvent(tid == 0 ? e.tid() : tid);
    if (target != null && !target.isInvalid()) {
      setFdLimit(target.main(), Params.number(e, 1));
    }
  }

  private static void setFdLimit(@Nullable ThreadInfo main, long limit) {
    if (main != null && limit != -1) {
      main.fdLimit = limit;
    }
  }
}
