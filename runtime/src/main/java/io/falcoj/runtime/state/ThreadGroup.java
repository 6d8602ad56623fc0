package io.falcoj.runtime.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The threads of one process. Members are chained, so that each can leave without a search. */
public final class ThreadGroup {
  private final long pid;
  private @Nullable ThreadInfo first;
  private @Nullable ThreadInfo last;
  private boolean reaper;
  private int alive;

  ThreadGroup(long pid, boolean reaper) {
    this.pid = pid;
    this.reaper = reaper;
  }

  public long pid() {
    return pid;
  }

  /** True for a process that inherits orphans: init of a namespace, or a declared subreaper. */
  public boolean isReaper() {
    return reaper;
  }

  public void setReaper(boolean value) {
    reaper = value;
  }

  /** Threads that have not exited. */
  public int aliveCount() {
    return alive;
  }

  /** Members in the table as they are now, the main thread first while it is there. */
  public List<ThreadInfo> members() {
    List<ThreadInfo> members = new ArrayList<>();
    for (ThreadInfo thread = first; thread != null; thread = thread.nextInGroup) {
      members.add(thread);
    }
    return members;
  }

  boolean isEmpty() {
    return first == null;
  }

  void add(ThreadInfo thread) {
    ThreadInfo head = first;
    ThreadInfo tail = last;
    if (head == null || tail == null) {
      first = thread;
      last = thread;
    } else if (thread.isMain()) {
      thread.nextInGroup = head;
      head.previousInGroup = thread;
      first = thread;
    } else {
      thread.previousInGroup = tail;
      tail.nextInGroup = thread;
      last = thread;
    }
    alive++;
  }

  void forget(ThreadInfo thread) {
    ThreadInfo before = thread.previousInGroup;
    ThreadInfo behind = thread.nextInGroup;
    if (before != null) {
      before.nextInGroup = behind;
    } else if (first == thread) {
      first = behind;
    }
    if (behind != null) {
      behind.previousInGroup = before;
    } else if (last == thread) {
      last = before;
    }
    thread.previousInGroup = null;
    thread.nextInGroup = null;
  }

  void died() {
    alive--;
  }

  void revived() {
    alive++;
  }

  @Nullable ThreadInfo main() {
    ThreadInfo head = first;
    return head != null && head.isMain() ? head : null;
  }

  /** A living thread other than {@code except}, or null. */
  @Nullable ThreadInfo anyAlive(@Nullable ThreadInfo except) {
    for (ThreadInfo thread = first; thread != null; thread = thread.nextInGroup) {
      if (!thread.isDead() && thread != except) {
        return thread;
      }
    }
    return null;
  }
}
