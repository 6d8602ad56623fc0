package io.falcoj.runtime.state.current;

import io.falcoj.runtime.decode.SyscallDecoder;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.source.containers.ContainerLookup;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.FdTable;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.ThreadTable;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/** The event that handlers work on, with its thread and descriptor, and the tables they change. */
public final class Current {
  public final StateTables tables;
  public final ThreadTable threads;
  public final EventState state;
  public final ByteSlice scratch = new ByteSlice();
  public final SocketNames names = new SocketNames();
  public final Interfaces interfaces = new Interfaces();
  public final Overlap overlap = new Overlap();
  public final ContainerIds containerIds = new ContainerIds();

  /** Asked about containers of which only the id is known; null where nobody can be. */
  public final @Nullable ContainerLookup lookup;

  public Event event = new Event();
  public @Nullable ThreadInfo thread;
  public @Nullable FdInfo fd;

  /** Whether the event is older than the snapshot of its process. */
  public boolean settled;

  /** Likewise of the descriptors: the event shows its own, and the table stays as it is. */
  public boolean frozen;

  /** Whether events are left out, so that an unknown descriptor may stand for anything. */
  public boolean filtered;

  /** Thread to remove after matching, -1 none. */
  public long threadToRemove = -1;

  /** Descriptor to remove after matching from the table of {@link #thread}, -1 none. */
  public long fdToRemove = -1;

  private final SyscallDecoder enterDecoder = new SyscallDecoder();
  private final RawEvent enterRaw = new RawEvent();
  private final Event enter = new Event();

  public Current(StateTables tables, EventState state, @Nullable ContainerLookup lookup) {
    this.lookup = lookup;
    this.tables = tables;
    this.threads = tables.threads();
    this.state = state;
  }

  /** Adds a descriptor to the thread's table and makes it the event's own. */
  public void addFd(ThreadInfo owner, long number, FdInfo info) {
    state.oldFdName = ByteSlice.EMPTY;
    putFd(owner, number, info);
  }

  /** As {@link #addFd}, for a copy of the event's descriptor: its name does not count as new. */
  public void addCopiedFd(ThreadInfo owner, long number, FdInfo copy) {
    putFd(owner, number, copy);
    state.oldFdName = copy.name;
  }

  /** Compares the event with what the snapshot has seen of its thread. */
  public void compareWithSnapshot() {
    long time = event.timestamp();
    ThreadInfo about = overlap.reaches(time) ? thread : null;
    settled = about != null && overlap.knows(about, time);
    frozen = about != null && overlap.knowsDescriptors(about, time);
  }

  private void putFd(ThreadInfo owner, long number, FdInfo info) {
    FdTable table = owner.fds();
    if (frozen) {
      owner.lastFd = number;
      fd = info;
      return;
    }
    if (table == null) {
      fd = null;
      return;
    }
    owner.lastFd = number;
    if (table.put(number, info, tables.limits().fdsPerProcess())) {
      fd = info;
    } else {
      tables.counters().fdsRefused++;
      fd = null;
    }
  }

  /** The event's descriptor, made the process's own so that it can be changed. */
  public FdInfo changeable(ThreadInfo owner, FdInfo info) {
    FdTable table = frozen ? null : owner.fds();
    FdInfo own = table == null ? info : table.writable(owner.lastFd, info);
    fd = own;
    return own;
  }

  /** The enter event that belongs to this exit, or null. */
  public @Nullable Event enterEvent() {
    ThreadInfo owner = thread;
    if (owner == null || owner.enterLength() == 0 || !enterBelongs(owner)) {
      return null;
    }
    enterRaw.wrap(owner.enterEvent(), 0, owner.enterLength(), 0, 0);
    return enterDecoder.decode(enterRaw, enter, 0) && answers(enter.code()) ? enter : null;
  }

  private boolean enterBelongs(ThreadInfo owner) {
    return answers(owner.lastEnterCode);
  }

  /** A successful {@code execveat} returns as {@code execve}. */
  private boolean answers(int enterCode) {
    return enterCode + 1 == event.code()
        || (event.code() == Codes.EXECVE_X && enterCode == Codes.EXECVEAT_E);
  }
}
