package io.falcoj.benchmarks.twin;

import io.falcoj.benchmarks.Recording;
import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.MatchSink;
import io.falcoj.runtime.decode.SyscallDecoder;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.track.StateTracker;

/** The way of a system call event to one rule set, which may be written by hand. */
final class MatchLane implements SourceHandler, MatchSink {
  /** Hears of matches. */
  interface Listener {
    void matched(long number, int rule);
  }

  private final SyscallDecoder decoder = new SyscallDecoder();
  private final Event event = new Event();
  private final EventState state = new EventState();
  private final StateTables tables = new StateTables();
  private final StateTracker tracker = new StateTracker(tables, state);
  private final MatchContext context = new MatchContext(event, state, tables);
  private final CompiledRuleSet rules;
  private final Listener listener;
  private long number;

  MatchLane(CompiledRuleSet rules, Listener listener) {
    this.rules = rules;
    this.listener = listener;
    context.reserveMemo(rules.memoSlots());
  }

  void replay(Recording recording) {
    recording.begin(this);
    for (int i = 0; i < recording.size(); i++) {
      recording.deliver(i, this);
    }
  }

  @Override
  public void event(RawEvent raw) {
    number += raw.numbered() ? 1 : 0;
    if (!decoder.decode(raw, event, number)) {
      return;
    }
    tracker.beforeMatch(event);
    if (!event.stateOnly()) {
      context.begin();
      rules.match(context, this);
    }
    tracker.afterMatch(event);
  }

  @Override
  public boolean matched(int rule) {
    listener.matched(number, rule);
    return false;
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
