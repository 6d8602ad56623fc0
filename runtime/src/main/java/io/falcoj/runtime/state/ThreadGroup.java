package io.falcoj.runtime.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The threads of one process. */
public final class ThreadGroup {
  private final long pid;
  private final List<ThreadInfo> members = new ArrayList<>(1);
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

  /** Members in the table, the main thread first while it is there. */
  public List<ThreadInfo> members() {
    return members;
  }

  void add(ThreadInfo thread) {
    if (thread.isMain()) {
      members.add(0, thread);
    } else {
      members.add(thread);
    }
    alive++;
  }

  void forget(ThreadInfo thread) {
    members.remove(thread);
  }

  void died() {
    alive--;
  }

  void revived() {
    alive++;
  }

  @Nullable ThreadInfo main() {
    if (members.isEmpty()) {
      return null;
    }
    ThreadInfo first = members.get(0);
    return first.isMain() ? first : null;
  }

  /** A living thread other than {@code except}, or null. */
  @Nullable ThreadInfo anyAlive(@Nullable ThreadInfo except) {
    for (ThreadInfo thread : members) {
      if (!thread.isDead() && thread != except) {
        return thread;
      }
    }
    return null;
  }
}
