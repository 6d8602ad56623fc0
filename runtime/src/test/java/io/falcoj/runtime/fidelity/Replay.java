package io.falcoj.runtime.fidelity;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.decode.SyscallDecoder;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.source.scap.ScapSource;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.track.StateTracker;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Runs a capture through reader, decoder and state, and shows each event that rules would see. */
final class Replay implements SourceHandler {
  private final Event event = new Event();
  private final EventState state = new EventState();
  private final StateTables tables = new StateTables();
  private final MatchContext context = new MatchContext(event, state, tables);
  private final SyscallDecoder decoder = new SyscallDecoder();
  private final StateTracker tracker = new StateTracker(tables, state);
  private final Consumer<MatchContext> shown;
  private long number;

  private Replay(Consumer<MatchContext> shown) {
    this.shown = shown;
  }

  static void of(Path capture, Consumer<MatchContext> shown) throws SourceException {
    Replay replay = new Replay(shown);
    try (ScapSource source = ScapSource.open(capture)) {
      while (source.poll(replay) != EventSource.END) {
        // the handler does the work
      }
    }
  }

  @Override
  public void event(RawEvent raw) {
    if (!decoder.decode(raw, event, number + 1)) {
      return;
    }
    number++;
    tracker.beforeMatch(event);
    if (!event.stateOnly()) {
      context.begin();
      shown.accept(context);
    }
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
