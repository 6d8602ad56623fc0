package io.falcoj.benchmarks;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.decode.SyscallDecoder;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.match.MatchEngine;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.match.SourceMatcher;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.track.StateTracker;
import java.util.List;

/**
 * The way of a system call event as the engine goes it, cut off behind a stage; no alerts are made.
 */
final class StageLane implements SourceHandler {
  private final SyscallDecoder decoder = new SyscallDecoder();
  private final Event event = new Event();
  private final EventState state = new EventState();
  private final StateTables tables = new StateTables();
  private final StateTracker tracker = new StateTracker(tables, state);
  private final SourceMatcher matcher;
  private final Stage last;
  private long number;
  private long events;
  private long matches;

  StageLane(Stage last, Bundle rules) {
    this.last = last;
    this.matcher =
        new MatchEngine(List.of(rules), MatchOptions.standard())
            .matcher(
                EventSources.SYSCALL,
                () -> new MatchContext(event, state, tables),
                (rule, context) -> matches++);
  }

  /** Events so far. */
  long events() {
    return events;
  }

  /** Rules that matched so far. */
  long matches() {
    return matches;
  }

  @Override
  public void event(RawEvent raw) {
    events++;
    if (last == Stage.READ) {
      return;
    }
    number += raw.numbered() ? 1 : 0;
    if (!decoder.decode(raw, event, number) || last == Stage.DECODE) {
      return;
    }
    tracker.beforeMatch(event);
    if (last == Stage.MATCH && !event.stateOnly()) {
      matcher.match();
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
  public void user(UserEntry user) {
    tracker.user(user);
  }
}
