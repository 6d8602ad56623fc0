package io.falcoj.runtime.state;

import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.state.container.ContainerInfo;
import io.falcoj.runtime.state.container.ContainerTable;
import io.falcoj.runtime.state.limits.MemoryBudget;
import io.falcoj.runtime.state.limits.StateCounters;
import io.falcoj.runtime.state.limits.StateFigures;
import io.falcoj.runtime.state.limits.StateLimits;
import org.jspecify.annotations.Nullable;

/** The tables that accessors look into: threads, users and groups, containers, the machine. */
public final class StateTables {
  private final StateCounters counters = new StateCounters();
  private final StateLimits limits;
  private final MemoryBudget budget;
  private final ThreadTable threads;
  private final UserTable users;
  private final ContainerTable containers;
  private final AncestorWalk walk;
  private final LocalAddresses localAddresses;
  private final Paths paths = new Paths();
  private @Nullable MachineEntry machine;
  private long bootTime;
  private long firstEventTime;

  public StateTables() {
    this(StateLimits.STANDARD);
  }

  public StateTables(StateLimits limits) {
    this.limits = limits;
    this.budget = new MemoryBudget(limits.bytes());
    this.threads = new ThreadTable(limits.threads(), budget, counters);
    this.users = new UserTable(limits.users(), budget, counters);
    this.containers = new ContainerTable(limits.containers(), budget);
    this.localAddresses = new LocalAddresses(containers);
    this.walk = new AncestorWalk(threads);
  }

  public StateLimits limits() {
    return limits;
  }

  public StateCounters counters() {
    return counters;
  }

  /** What the tables hold and what they had to leave out. */
  public StateFigures figures() {
    return new StateFigures(
        threads.size(),
        threads.descriptors(),
        users.size(),
        containers.size(),
        budget.used(),
        counters.threadsRefused,
        counters.fdsRefused,
        counters.textsCut,
        counters.addressesRefused,
        counters.usersRefused,
        containers.refused(),
        counters.processesForgotten,
        counters.threadsPurged,
        counters.unknownContainers,
        counters.badContainerEvents);
  }

  public ThreadTable threads() {
    return threads;
  }

  public UserTable users() {
    return users;
  }

  public ContainerTable containers() {
    return containers;
  }

  public LocalAddresses localAddresses() {
    return localAddresses;
  }

  public Paths paths() {
    return paths;
  }

  /** Time of the first event that the kernel produced, rules see it or not; 0 before that. */
  public long firstEventTime() {
    return firstEventTime;
  }

  public void setFirstEventTime(long nanoseconds) {
    firstEventTime = nanoseconds;
  }

  /** The machine that the events come from, or null while unknown. */
  public @Nullable MachineEntry machine() {
    return machine;
  }

  public void setMachine(MachineEntry entry) {
    machine = entry;
  }

  /**
   * What is added to times that the kernel counts from the start of the machine: nanoseconds since
   * the epoch, or 0. Replay adds nothing, whatever the recording says, as upstream does.
   */
  public long bootTime() {
    return bootTime;
  }

  /** Set by live sources. */
  public void setBootTime(long nanos) {
    bootTime = nanos;
  }

  /** The thread of that id, or null. */
  public @Nullable ThreadInfo thread(long tid) {
    return threads.find(tid);
  }

  /** Ancestors of the thread, nearest first. The walk is reused by the next call. */
  public AncestorWalk ancestors(ThreadInfo thread) {
    return walk.from(thread);
  }

  /** The parent thread, which need not be a main thread, or null. */
  public @Nullable ThreadInfo parent(ThreadInfo thread) {
    return threads.find(thread.ptid);
  }

  /**
   * The process that many generations up.
   *
   * @param generation 0 is the thread's own process, 1 its parent
   * @return its main thread, or null behind the last
   */
  public @Nullable ThreadInfo ancestorProcess(ThreadInfo thread, int generation) {
    ThreadInfo main = thread.main();
    for (int i = 0; i < generation && main != null; i++) {
      ThreadInfo parent = threads.find(main.ptid);
      main = parent == null ? null : parent.main();
    }
    return main;
  }

  /** The leader of the session ({@code proc.sid.*}), or null. */
  public @Nullable ThreadInfo sessionLeader(ThreadInfo thread) {
    return oldestWith(thread, Id.SID);
  }

  /** The leader of the process group as the thread's pid name space numbers it, or null. */
  public @Nullable ThreadInfo virtualGroupLeader(ThreadInfo thread) {
    return oldestWith(thread, Id.VPGID);
  }

  /** The leader of the process group, or null. */
  public @Nullable ThreadInfo groupLeader(ThreadInfo thread) {
    return oldestWith(thread, Id.PGID);
  }

  private enum Id {
    SID,
    VPGID,
    PGID;

    long of(ThreadInfo thread) {
      return switch (this) {
        case SID -> thread.sid;
        case VPGID -> thread.vpgid;
        case PGID -> thread.pgid;
      };
    }
  }

  /** Upstream: {@code get_oldest_matching_ancestor} in {@code thread_manager.cpp}. */
  private @Nullable ThreadInfo oldestWith(ThreadInfo thread, Id id) {
    long wanted = id.of(thread);
    if (wanted == -1) {
      return null;
    }
    if (id == Id.PGID || !thread.isInPidNamespace()) {
      ThreadInfo leader = threads.find(wanted);
      if (leader != null) {
        return leader;
      }
    }
    ThreadInfo oldest = null;
    AncestorWalk ancestors = walk.from(thread);
    ThreadInfo next = ancestors.next();
    while (next != null && id.of(next) == wanted) {
      oldest = next;
      next = ancestors.next();
    }
    return oldest;
  }

  /**
   * What is known of the container of an event: that of a container event is the one it tells of.
   *
   * @return null while nothing but its id is known, or when the event has no thread
   */
  public @Nullable ContainerInfo container(EventState state) {
    if (state.container != null) {
      return state.container;
    }
    return state.thread == null ? null : containers.find(state.thread.containerId);
  }

  /** The thread's user, or null when unknown: user 0 is root even then. */
  public UserTable.@Nullable User user(ThreadInfo thread) {
    return onHost(thread) ? users.user(thread.uid) : null;
  }

  /** The user that logged in, or null when unknown. */
  public UserTable.@Nullable User loginUser(ThreadInfo thread) {
    return onHost(thread) ? users.user(thread.loginuid) : null;
  }

  /** The thread's group, or null when unknown. */
  public UserTable.@Nullable Group group(ThreadInfo thread) {
    return onHost(thread) ? users.group(thread.gid) : null;
  }

  private static boolean onHost(ThreadInfo thread) {
    return thread.containerId == ContainerInfo.HOST_ID;
  }

  /** Forgets threads and descriptors: a new section of a capture begins. */
  public void clearThreads() {
    threads.clear();
  }
}
