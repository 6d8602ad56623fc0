package io.falcoj.runtime.state.track;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.source.containers.ContainerLookup;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.FdTable;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.current.Codes;
import io.falcoj.runtime.state.current.Current;
import io.falcoj.runtime.state.current.EventTraits;
import io.falcoj.runtime.state.current.EventTraits.ThreadOf;
import io.falcoj.runtime.state.current.Handler;
import io.falcoj.runtime.state.current.Params;
import io.falcoj.runtime.state.current.RecentExits;
import io.falcoj.runtime.state.live.ContainerEnds;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/**
 * Follows events of one source: snapshot entries first, then for every event {@link #beforeMatch},
 * matching if rules see the event, {@link #afterMatch}. Follows {@code sinsp_parser} of {@code
 * userspace/libsinsp/parsers.cpp}.
 */
public final class StateTracker {
  /** Longest enter event that is kept for its exit, as upstream's buffer has it. */
  private static final int LONGEST_KEPT = 4096;

  private final Current current;
  private final Snapshot snapshot;
  private final RecentExits recentExits = new RecentExits();
  private final Handlers handlers = new Handlers(recentExits);
  private final EventTraits traits = EventTraits.standard();

  /**
   * @param tables changed by the events
   * @param state filled for each event
   */
  public StateTracker(StateTables tables, EventState state) {
    this(tables, state, null);
  }

  /**
   * @param lookup asked about containers of which only the id is known, or null
   */
  public StateTracker(StateTables tables, EventState state, @Nullable ContainerLookup lookup) {
    this.current = new Current(tables, state, lookup);
    this.snapshot = new Snapshot(current);
  }

  /** Says that the source leaves out events that the rules do not need. */
  public void filtered() {
    current.filtered = true;
  }

  /** A new section of a capture begins: threads, descriptors and addresses no longer hold. */
  public void section() {
    snapshot.section();
  }

  public void machine(MachineEntry machine) {
    current.tables.setMachine(machine);
  }

  public void thread(ThreadEntry entry) {
    snapshot.thread(entry);
  }

  public void descriptor(FdEntry entry) {
    snapshot.descriptor(entry);
  }

  public void networkInterface(InterfaceEntry entry) {
    if (current.tables.localAddresses().add(entry.address())) {
      current.interfaces.add(entry);
    } else {
      current.tables.counters().addressesRefused++;
    }
  }

  public void user(UserEntry entry) {
    snapshot.user(entry);
  }

  /** Brings the state to where rules may look at the event. */
  public void beforeMatch(Event event) {
    snapshot.end();
    Current c = current;
    if (c.tables.firstEventTime() == 0 && !event.type().has(EventType.Category.METAEVENT)) {
      c.tables.setFirstEventTime(event.timestamp());
    }
    recentExits.stamp(event.timestamp());
    c.event = event;
    EventState state = c.state;
    int code = event.code();
    state.reset();
    c.fd = null;
    c.thread = threadOf(event, code);
    c.compareWithSnapshot();
    if (c.thread != null) {
      findFd(c, c.thread, event, code);
    }
    Handler handler = handlers.of(code);
    if (handler != null) {
      handler.handle(c);
    } else if (c.thread != null && traits.isEnter(code)) {
      storeEnter(c.thread, event, code);
    }
    conclude(c, code);
  }

  private @Nullable ThreadInfo threadOf(Event event, int code) {
    ThreadOf kind = traits.threadOf(code);
    if (kind == ThreadOf.NOBODY) {
      return null;
    }
    if (kind == ThreadOf.KNOWN) {
      return current.threads.find(event.tid());
    }
    ThreadInfo thread = current.threads.findOrInvent(event.tid());
    if (thread != null) {
      thread.flags |= ThreadInfo.ACTIVE;
      thread.lastEventTime = event.timestamp();
    }
    return thread;
  }

  private void findFd(Current c, ThreadInfo thread, Event event, int code) {
    if (code == Codes.SCHEDSWITCH || code == Codes.PROCINFO) {
      return;
    }
    if (traits.isEnter(code)) {
      thread.lastFd = -1;
      thread.lastEnterCode = code;
    } else if (thread.lastEnterCode + 1 != code
        && !(code == Codes.EXECVE_X && thread.lastEnterCode == Codes.EXECVEAT_E)) {
      thread.lastFd = -1;
    }
    if (!traits.usesFd(code)) {
      return;
    }
    int param = traits.fdParam(code);
    if (thread.lastFd == -1 && event.has(param)) {
      thread.lastFd = Params.number(event, param);
    }
    FdInfo fd = thread.fd(thread.lastFd);
    if (fd != null) {
      c.fd = c.frozen ? fd.copy() : fd;
      c.state.oldFdName = fd.name;
    }
  }

  /** Keeps the arguments of a call that its exit may need. */
  private void storeEnter(ThreadInfo thread, Event event, int code) {
    if (Codes.isGuarding(code)
        && event.size() <= LONGEST_KEPT
        && (event.has(0) || Codes.keepsEmpty(code))) {
      boolean longer = event.size() > thread.enterEvent().length;
      thread.keepEnter(event.buffer(), event.start(), event.size());
      if (longer) {
        current.threads.weigh(thread);
      }
    }
  }

  private void conclude(Current c, int code) {
    EventState state = c.state;
    ThreadInfo thread = c.thread;
    if (thread != null && !traits.isEnter(code)) {
      thread.dropEnter();
    }
    if (thread == null) {
      thread = c.threads.find(c.event.tid());
    }
    state.thread = thread;
    FdInfo fd = c.fd;
    if (fd != null) {
      state.fdNameChanged = fd.name != state.oldFdName && !fd.name.equals(state.oldFdName);
      FdTable table = state.fdNameChanged && thread != null && !c.frozen ? thread.fds() : null;
      if (table != null) {
        c.threads.weigh(table, fd);
      }
    }
    if (thread != null && traits.isAboutFd(code)) {
      state.usesFd = true;
      state.fdNumber = thread.lastFd;
      state.fd = fd != null ? fd : thread.fd(thread.lastFd);
    }
  }

  /**
   * True when later events may show other values than they would without this one. To be asked
   * between {@link #beforeMatch} and {@link #afterMatch}.
   */
  public boolean changesState(Event event) {
    int code = event.code();
    ThreadInfo thread = current.thread;
    if (traits.isEnter(code) || (thread != null && thread.lastEnterCode + 1 == code)) {
      return true;
    }
    if (handlers.of(code) == null) {
      return event.type().has(EventType.Flag.MODIFIES_STATE);
    }
    FdInfo fd = current.fd;
    boolean transfers =
        event.type().has(EventType.Flag.READS_FROM_FD)
            || event.type().has(EventType.Flag.WRITES_TO_FD);
    return !transfers || fd == null || fd.isSocket();
  }

  /** Removes what the event ended. Called for every event, also for those that rules do not see. */
  public void afterMatch(Event event) {
    Current c = current;
    if (c.fdToRemove != -1) {
      ThreadInfo thread = c.thread;
      if (thread != null && thread.fds() != null) {
        thread.fds().remove(c.fdToRemove);
      }
      c.fdToRemove = -1;
    }
    if (c.threadToRemove != -1) {
      ThreadInfo thread = c.threads.find(c.threadToRemove);
      long ptid = thread == null ? -1 : thread.ptid;
      recentExits.add(c.threadToRemove, ptid);
      if (thread != null) {
        ContainerEnds.left(c.tables, c.lookup, thread);
      }
      c.threads.remove(c.threadToRemove);
      c.threadToRemove = -1;
    }
    c.state.oldFdName = ByteSlice.EMPTY;
  }
}
