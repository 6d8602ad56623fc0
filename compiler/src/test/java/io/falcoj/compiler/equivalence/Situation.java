package io.falcoj.compiler.equivalence;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.decode.AuditDecoder;
import io.falcoj.runtime.decode.AuditEvent;
import io.falcoj.runtime.decode.SyscallDecoder;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.track.StateTracker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Takes random events of one source the way of real ones, decoder and state included. */
final class Situation implements SourceHandler {
  private final Event event = new Event();
  private final AuditEvent audit = new AuditEvent();
  private final EventState state = new EventState();
  private final StateTables tables = new StateTables();
  private final StateTracker tracker = new StateTracker(tables, state);
  private final String source;
  private final List<MatchContext> contexts = new ArrayList<>();

  Situation(String source) {
    this.source = source;
    if (isSyscall()) {
      RandomSyscalls.snapshot(this);
    }
  }

  private boolean isSyscall() {
    return source.equals(EventSources.SYSCALL);
  }

  /** A context of its own over the events. */
  MatchContext context() {
    MatchContext context =
        isSyscall() ? new MatchContext(event, state, tables) : new MatchContext(audit);
    contexts.add(context);
    return context;
  }

  /**
   * Runs the events.
   *
   * @param judge called for each event that rules are shown, all contexts begun
   */
  void run(List<Integer> numbers, IntConsumer judge) {
    SyscallDecoder decoder = new SyscallDecoder();
    AuditDecoder auditDecoder = new AuditDecoder();
    RawEvent raw = new RawEvent();
    for (int i = 0; i < numbers.size(); i++) {
      byte[] bytes =
          isSyscall()
              ? RandomSyscalls.event(numbers.get(i), i)
              : RandomAudits.event(numbers.get(i), i);
      raw.wrap(bytes, 0, bytes.length, 0, 0);
      boolean decoded =
          isSyscall() ? decoder.decode(raw, event, i + 1) : auditDecoder.decode(raw, audit, i + 1);
      if (!decoded) {
        continue;
      }
      if (isSyscall()) {
        tracker.beforeMatch(event);
      }
      if (!isSyscall() || !event.stateOnly()) {
        contexts.forEach(MatchContext::begin);
        judge.accept(i);
      }
      if (isSyscall()) {
        tracker.afterMatch(event);
      }
    }
  }

  @Override
  public void event(RawEvent raw) {
    throw new IllegalStateException("events are made here");
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
