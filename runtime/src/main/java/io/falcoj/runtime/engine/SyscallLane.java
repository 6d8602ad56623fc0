package io.falcoj.runtime.engine;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.decode.SyscallDecoder;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.source.containers.ContainerAnswers;
import io.falcoj.runtime.source.containers.ContainerLookup;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.limits.StateFigures;
import io.falcoj.runtime.state.limits.StateLimits;
import io.falcoj.runtime.state.live.LiveMachine;
import io.falcoj.runtime.state.live.ThreadPurge;
import io.falcoj.runtime.state.track.StateTracker;
import org.jspecify.annotations.Nullable;

/** System call events: state before the rules, removals behind them. */
final class SyscallLane implements Lane {
  private final SyscallDecoder decoder = new SyscallDecoder();
  private final Event event = new Event();
  private final EventState state = new EventState();
  private final StateTables tables;
  private final StateTracker tracker;
  private final Runnable judge;
  private final TimeLimit limit;
  private final WarningListener warnings;
  private final @Nullable LaneRecorder recorder;
  private final @Nullable ContainerAnswers answers;
  private final @Nullable ThreadPurge purge;
  private long events;
  private long judged;
  private long refused;
  private long number;

  SyscallLane(
      Judging judging,
      TimeLimit limit,
      WarningListener warnings,
      StateLimits limits,
      @Nullable LiveMachine live,
      @Nullable Recorder recorder) {
    this.tables = new StateTables(limits);
    ContainerLookup lookup = live == null ? null : live.containers();
    this.tracker = new StateTracker(tables, state, lookup);
    this.purge = live == null ? null : new ThreadPurge(tables, live);
    this.answers = lookup == null ? null : new ContainerAnswers(lookup);
    this.judge = judging.over(EventSources.SYSCALL, () -> new MatchContext(event, state, tables));
    this.limit = limit;
    this.warnings = warnings;
    this.recorder =
        recorder == null
            ? null
            : new LaneRecorder(recorder, tracker, () -> new MatchContext(event, state, tables));
  }

  @Override
  public void event(RawEvent raw) {
    if (answers != null) {
      long time = EventHeader.timestamp(raw.buffer(), raw.offset());
      for (RawEvent told = answers.next(time); told != null; told = answers.next(time)) {
        handle(told);
      }
    }
    handle(raw);
  }

  /** Says that the source leaves out events that the rules do not need. */
  SyscallLane filtered() {
    tracker.filtered();
    return this;
  }

  private void handle(RawEvent raw) {
    events++;
    long num = raw.numbered() ? ++number : number;
    if (!decoder.decode(raw, event, num)) {
      return;
    }
    if (limit.passed(event.timestamp())) {
      return;
    }
    tracker.beforeMatch(event);
    if (!event.stateOnly()) {
      judged++;
      judge.run();
    }
    if (recorder != null) {
      recorder.event(raw, event);
    }
    tracker.afterMatch(event);
    if (purge != null) {
      purge.after(event.timestamp());
    }
  }

  @Override
  public void section() {
    tracker.section();
    if (recorder != null) {
      recorder.section();
    }
  }

  @Override
  public void machine(MachineEntry machine) {
    tracker.machine(machine);
    if (recorder != null) {
      recorder.machine(machine);
    }
  }

  @Override
  public void thread(ThreadEntry thread) {
    tracker.thread(thread);
    if (recorder != null) {
      recorder.thread(thread);
    }
  }

  @Override
  public void descriptor(FdEntry descriptor) {
    tracker.descriptor(descriptor);
    if (recorder != null) {
      recorder.descriptor(descriptor);
    }
  }

  @Override
  public void networkInterface(InterfaceEntry networkInterface) {
    tracker.networkInterface(networkInterface);
    if (recorder != null) {
      recorder.networkInterface(networkInterface);
    }
  }

  @Override
  public void user(UserEntry user) {
    tracker.user(user);
    if (recorder != null) {
      recorder.user(user);
    }
  }

  @Override
  public void warning(String message, long offset) {
    warnings.warning(message, offset);
  }

  @Override
  public void refused(long count, String message, long offset) {
    events += count;
    refused += count;
    warnings.warning(message, offset);
  }

  @Override
  public StateFigures state() {
    return tables.figures();
  }

  @Override
  public long events() {
    return events;
  }

  @Override
  public long judged() {
    return judged;
  }

  @Override
  public long lastNumber() {
    return number;
  }

  @Override
  public long refused() {
    return decoder.malformed() + refused;
  }

  @Override
  public boolean expired() {
    return limit.isPassed();
  }
}
