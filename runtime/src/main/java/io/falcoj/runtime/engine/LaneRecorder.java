package io.falcoj.runtime.engine;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.match.MatchEngine;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.match.SourceMatcher;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.source.scap.ScapWriter;
import io.falcoj.runtime.state.track.StateTracker;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a source delivers into a capture. With a filter, events that do not match but change
 * the state are written with the mark "state only", as libs does when it filters a capture.
 */
final class LaneRecorder implements SourceHandler {
  private final ScapWriter writer;
  private final StateTracker tracker;
  private final @Nullable SourceMatcher filter;
  private boolean matched;
  private boolean begun;

  LaneRecorder(Recorder recorder, StateTracker tracker, Supplier<MatchContext> contexts) {
    this.writer = recorder.writer();
    this.tracker = tracker;
    Bundle bundle = recorder.filter();
    this.filter =
        bundle == null
            ? null
            : new MatchEngine(List.of(bundle), MatchOptions.standard())
                .matcher(EventSources.SYSCALL, contexts, (rule, context) -> matched = true);
  }

  /** The event, while the state shows it. */
  void event(RawEvent raw, Event event) {
    if (event.stateOnly() || matches()) {
      writer.event(raw);
    } else if (!begun || tracker.changesState(event)) {
      raw.flag(RawEvent.FLAG_STATE_ONLY);
      writer.event(raw);
    }
    // The first event that rules see ends the opening of a section, so it is never left out:
    // readers would take the container and user events behind it for the opening.
    begun |= !event.stateOnly();
  }

  private boolean matches() {
    if (filter == null) {
      return true;
    }
    matched = false;
    filter.match();
    return matched;
  }

  @Override
  public void event(RawEvent raw) {
    writer.event(raw);
  }

  @Override
  public void section() {
    begun = false;
    writer.section();
  }

  @Override
  public void machine(MachineEntry machine) {
    writer.machine(machine);
  }

  @Override
  public void thread(ThreadEntry thread) {
    writer.thread(thread);
  }

  @Override
  public void descriptor(FdEntry descriptor) {
    writer.descriptor(descriptor);
  }

  @Override
  public void networkInterface(InterfaceEntry networkInterface) {
    writer.networkInterface(networkInterface);
  }

  @Override
  public void user(UserEntry user) {
    writer.user(user);
  }
}
