package io.falcoj.runtime.state;

import io.falcoj.runtime.state.limits.MemoryBudget;
import io.falcoj.runtime.state.limits.StateCounters;
import io.falcoj.runtime.value.ByteSlice;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.collections.LongHashSet;
import org.jspecify.annotations.Nullable;

/**
 * Threads by number, with their processes and ancestry. Follows {@code sinsp_thread_manager} of
 * {@code userspace/libsinsp/thread_manager.cpp}.
 */
public final class ThreadTable {
  private static final ByteSlice UNKNOWN = ByteSlice.of("<NA>");

  /** So many children that are gone are dropped from the list of their parent at once. */
  private static final long EXPIRED_CHILDREN = 10;

  private final Long2ObjectHashMap<ThreadInfo> threads = new Long2ObjectHashMap<>();
  private final Long2ObjectHashMap<ThreadGroup> groups = new Long2ObjectHashMap<>();
  private final int capacity;
  private final MemoryBudget budget;
  private final StateCounters counters;
  private long emptyGroups;
  private @Nullable ThreadInfo last;

  ThreadTable(int capacity, MemoryBudget budget, StateCounters counters) {
    this.capacity = capacity;
    this.budget = budget;
    this.counters = counters;
  }

  public @Nullable ThreadInfo find(long tid) {
    ThreadInfo cached = last;
    if (cached != null && cached.tid == tid) {
      return cached;
    }
    ThreadInfo found = threads.get(tid);
    if (found != null) {
      last = found;
    }
    return found;
  }

  /** The thread; one that knows nothing but its number when there is none; null without room. */
  public @Nullable ThreadInfo findOrInvent(long tid) {
    ThreadInfo found = find(tid);
    if (found != null) {
      return found;
    }
    ThreadInfo invented = new ThreadInfo();
    invented.tid = tid;
    invented.comm = UNKNOWN;
    invented.exe = UNKNOWN;
    return add(invented, true) ? invented : null;
  }

  public int size() {
    return threads.size();
  }

  /** Descriptors in the tables of all processes. */
  long descriptors() {
    long sum = 0;
    for (ThreadInfo thread : threads.values()) {
      sum += thread.ownFds().size();
    }
    return sum;
  }

  /** All threads, in no order. */
  public Iterable<ThreadInfo> all() {
    return threads.values();
  }

  /**
   * Adds a thread, or replaces the one of that number.
   *
   * @param relate false while the snapshot is read: see {@link #relateAll}
   * @return false when the table is full, or memory is
   */
  public boolean add(ThreadInfo thread, boolean relate) {
    if (!hasRoom(thread)) {
      counters.threadsRefused++;
      thread.ownFds().release();
      return false;
    }
    if (relate) {
      relate(thread);
    }
    last = null;
    ThreadInfo before = threads.put(thread.tid, thread);
    if (before != null && before != thread) {
      expire(before);
    }
    if (before != thread) {
      thread.charged = thread.bytes();
      budget.charge(thread.charged);
      thread.ownFds().chargeTo(budget, counters);
    }
    return true;
  }

  private boolean hasRoom(ThreadInfo thread) {
    boolean number = threads.size() < capacity || threads.containsKey(thread.tid);
    return number && budget.fits(thread.bytes() + thread.ownFds().bytes());
  }

  /** The thread's texts may have become longer; they are cut when memory is full now. */
  public void weigh(ThreadInfo thread) {
    if (thread.charged == 0) {
      return;
    }
    charge(thread);
    if (budget.isExceeded()) {
      thread.shorten();
      charge(thread);
      counters.textsCut++;
    }
  }

  private void charge(ThreadInfo thread) {
    long bytes = thread.bytes();
    budget.charge(bytes - thread.charged);
    thread.charged = bytes;
  }

  /** The descriptor's name may have become longer; it is cut when memory is full now. */
  public void weigh(FdTable table, FdInfo info) {
    if (!table.weigh(info)) {
      info.shorten();
      table.weigh(info);
      counters.textsCut++;
    }
  }

  /** Finds process and parent of every thread, once the whole snapshot is there. */
  public void relateAll() {
    for (ThreadInfo thread : threads.values()) {
      relate(thread);
    }
  }

  /** Gives the thread its process and its parent; does nothing where it has a process. */
  public void relate(ThreadInfo thread) {
    if (thread.isInvalid() || thread.group != null) {
      return;
    }
    ThreadGroup group = groups.get(thread.pid);
    if (group == null) {
      if (groups.size() >= 2L * capacity || !budget.fits(MemoryBudget.GROUP)) {
        forgetEmptyGroups();
      }
      group = new ThreadGroup(thread.pid, thread.pid == 1 || thread.vpid == 1);
      groups.put(thread.pid, group);
    } else if (group.isEmpty()) {
      countEmptyGroups(-1);
    }
    group.add(thread);
    thread.group = group;
    if (thread.pid == 1) {
      return;
    }
    ThreadInfo parent = find(thread.ptid);
    if (parent == null || parent.isInvalid()) {
      thread.ptid = 0;
      return;
    }
    adopt(parent, thread);
  }

  /**
   * A process whose last thread was replaced rather than removed is kept, as upstream keeps it.
   * There are never more threads than the table holds, so this makes room for as many processes.
   */
  private void forgetEmptyGroups() {
    if (emptyGroups == 0) {
      return;
    }
    int before = groups.size();
    groups.values().removeIf(ThreadGroup::isEmpty);
    counters.processesForgotten += before - groups.size();
    countEmptyGroups(-emptyGroups);
  }

  /** Processes that have threads are charged with them. */
  private void countEmptyGroups(long more) {
    emptyGroups += more;
    budget.charge(MemoryBudget.GROUP * more);
  }

  private static void adopt(ThreadInfo parent, ThreadInfo child) {
    unlink(child);
    child.childOf = parent;
    child.nextSibling = parent.firstChild;
    if (parent.firstChild != null) {
      parent.firstChild.previousSibling = child;
    }
    parent.firstChild = child;
    child.ptid = parent.tid;
    parent.linkedChildren++;
    parent.childCount++;
    parent.listedChildren++;
  }

  private static void unlink(ThreadInfo child) {
    ThreadInfo parent = child.childOf;
    if (parent == null) {
      return;
    }
    if (child.previousSibling != null) {
      child.previousSibling.nextSibling = child.nextSibling;
    } else {
      parent.firstChild = child.nextSibling;
    }
    if (child.nextSibling != null) {
      child.nextSibling.previousSibling = child.previousSibling;
    }
    parent.linkedChildren--;
    child.childOf = null;
    child.nextSibling = null;
    child.previousSibling = null;
  }

  private void expire(ThreadInfo gone) {
    unlink(gone);
    budget.charge(-gone.charged);
    gone.charged = 0;
    gone.ownFds().release();
    ThreadGroup group = gone.group;
    if (group != null) {
      group.forget(gone);
      if (group.isEmpty() && groups.get(group.pid()) == group) {
        countEmptyGroups(1);
      }
    }
    for (ThreadInfo child = gone.firstChild; child != null; child = gone.firstChild) {
      unlink(child);
    }
  }

  private void erase(long tid) {
    last = null;
    ThreadInfo gone = threads.remove(tid);
    if (gone != null) {
      expire(gone);
    }
  }

  /** The thread exited: it counts no more among the living of its process. */
  public void markDead(ThreadInfo thread) {
    if (thread.group != null && !thread.isDead()) {
      thread.group.died();
    }
    thread.flags |= ThreadInfo.CLOSED;
  }

  /** A thread that took over the number of a dead one. */
  public void revive(ThreadInfo thread) {
    thread.flags &= ~ThreadInfo.CLOSED;
    if (thread.group != null) {
      thread.group.revived();
    }
  }

  /** Removes a thread; a main thread stays until its process has no other. */
  public void remove(long tid) {
    ThreadInfo thread = find(tid);
    if (thread == null) {
      return;
    }
    ThreadGroup group = thread.group;
    if (thread.isInvalid() || group == null) {
      lostChild(thread.ptid);
      erase(tid);
      return;
    }
    if (!thread.isDead()) {
      markDead(thread);
    }
    if (thread.hasChildren()) {
      giveChildrenAway(thread);
    }
    if (group.aliveCount() == 0) {
      lostChild(thread.ptid);
      removeGroup(thread.pid);
      erase(thread.pid);
    }
    if (!thread.isMain()) {
      lostChild(thread.ptid);
      erase(tid);
    }
    last = null;
  }

  private void removeGroup(long pid) {
    ThreadGroup gone = groups.remove(pid);
    if (gone != null && gone.isEmpty()) {
      countEmptyGroups(-1);
    }
  }

  private void lostChild(long ptid) {
    ThreadInfo parent = find(ptid);
    if (parent != null) {
      parent.childCount--;
      if (Long.compareUnsigned(parent.listedChildren - parent.childCount, EXPIRED_CHILDREN) >= 0) {
        parent.listedChildren = parent.linkedChildren;
      }
    }
  }

  private void giveChildrenAway(ThreadInfo thread) {
    ThreadInfo reaper = thread.reaperTid > 0 ? findOrInvent(thread.reaperTid) : null;
    if (reaper == null || reaper.isInvalid() || reaper == thread) {
      reaper = findReaper(thread);
    }
    if (reaper != null) {
      thread.reaperTid = reaper.tid;
      if (reaper.pid != thread.pid && reaper.group != null) {
        reaper.group.setReaper(true);
      }
    }
    for (ThreadInfo child = thread.firstChild; child != null; child = thread.firstChild) {
      if (reaper == null) {
        unlink(child);
        child.ptid = 0;
      } else {
        adopt(reaper, child);
      }
    }
    thread.childCount = 0;
    thread.listedChildren = 0;
  }

  /** As the kernel: a sibling thread, else the nearest ancestor that collects orphans. */
  private @Nullable ThreadInfo findReaper(ThreadInfo thread) {
    if (thread.group != null && thread.group.aliveCount() > 0) {
      ThreadInfo sibling = thread.group.anyAlive(thread);
      if (sibling != null) {
        return sibling;
      }
    }
    LongHashSet seen = new LongHashSet();
    seen.add(thread.tid);
    ThreadInfo parent = find(thread.ptid);
    while (parent != null && seen.add(parent.tid)) {
      if (parent.isInPidNamespace() != thread.isInPidNamespace()) {
        return null;
      }
      if (parent.group != null && parent.group.isReaper() && parent.group.aliveCount() > 0) {
        ThreadInfo living = parent.group.anyAlive(null);
        if (living != null) {
          return living;
        }
      }
      parent = find(parent.ptid);
    }
    return null;
  }

  void clear() {
    for (ThreadInfo thread : threads.values()) {
      budget.charge(-thread.charged);
      thread.charged = 0;
      thread.ownFds().release();
    }
    countEmptyGroups(-emptyGroups);
    threads.clear();
    groups.clear();
    last = null;
  }
}
