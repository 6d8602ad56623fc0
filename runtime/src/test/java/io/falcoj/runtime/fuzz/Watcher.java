package io.falcoj.runtime.fuzz;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.decode.SyscallDecoder;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.track.StateTracker;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;

/** The way of events through decoder and state; every field of every event is written down. */
final class Watcher implements SourceHandler {
  private final Event event = new Event();
  private final EventState state = new EventState();
  private final StateTables tables = new StateTables();
  private final MatchContext context = new MatchContext(event, state, tables);
  private final SyscallDecoder decoder = new SyscallDecoder();
  private final StateTracker tracker = new StateTracker(tables, state);
  private final TextBuilder out = new TextBuilder().begin();
  private final long firstShown;
  private final long lastShown;
  private long number;

  /**
   * The state follows all events.
   *
   * @param firstShown number of the first event whose fields are written
   * @param mostShown how many
   */
  Watcher(int firstShown, int mostShown) {
    this.firstShown = firstShown;
    this.lastShown = firstShown + (long) mostShown - 1;
  }

  /** What was seen, one line for each field. */
  ByteSlice seen() {
    return out.finish(new ByteSlice());
  }

  long malformed() {
    return decoder.malformed();
  }

  @Override
  public void event(RawEvent raw) {
    if (!decoder.decode(raw, event, ++number)) {
      return;
    }
    tracker.beforeMatch(event);
    if (!event.stateOnly() && number >= firstShown && number <= lastShown) {
      context.begin();
      AllFields.instance().append(context, out);
    }
    tracker.changesState(event);
    tracker.afterMatch(event);
  }

  @Override
  public void section() {
    tracker.section();
  }

  @Override
  public void machine(MachineEntry machine) {
    tracker.machine(machine);
  }

  @Override
  public void thread(ThreadEntry thread) {
    tracker.thread(thread);
  }

  @Override
  public void descriptor(FdEntry descriptor) {
    tracker.descriptor(descriptor);
  }

  @Override
  public void networkInterface(InterfaceEntry networkInterface) {
    tracker.networkInterface(networkInterface);
  }

  @Override
  public void user(UserEntry user) {
    tracker.user(user);
  }
}
