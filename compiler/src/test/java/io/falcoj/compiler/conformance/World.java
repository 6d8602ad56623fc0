package io.falcoj.compiler.conformance;

import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.decode.SyscallDecoder;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.track.StateTracker;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** A machine made of a snapshot and encoded events; rules look at its last event. */
public final class World {
  static final long START = 1_566_230_400_000_000_000L;
  private static final long STEP = 10_000_000;

  /** What upstream's fixtures give to every event. */
  private static final int CPU = 1;

  private final StateTables tables = new StateTables();
  private final EventState state = new EventState();
  private final Event event = new Event();
  private final MatchContext context = new MatchContext(event, state, tables);
  private final SyscallDecoder decoder = new SyscallDecoder();
  private final StateTracker tracker = new StateTracker(tables, state);
  private final EventEncoder encoder = new EventEncoder();
  private long time = START;
  private long number;

  /** The next time stamp, 10 ms after the one before. */
  public long tick() {
    long now = time;
    time += STEP;
    return now;
  }

  public void thread(ThreadEntry entry) {
    tracker.thread(entry);
  }

  public void descriptor(FdEntry entry) {
    tracker.descriptor(entry);
  }

  public void user(UserEntry entry) {
    tracker.user(entry);
  }

  StateTables tables() {
    return tables;
  }

  ThreadInfo known(long tid) {
    return Objects.requireNonNull(tables.thread(tid), () -> "no thread " + tid);
  }

  /** To be filled with the next event, which {@link #happens} then takes. */
  public EventEncoder encoder() {
    return encoder;
  }

  /** Ends the event before and takes the encoder's. */
  public void happens() {
    if (number > 0) {
      tracker.afterMatch(event);
    }
    byte[] bytes = encoder.toBytes();
    RawEvent raw = new RawEvent().wrap(bytes, 0, bytes.length, CPU, 0);
    number++;
    if (!decoder.decode(raw, event, number)) {
      throw new IllegalArgumentException("the event cannot be decoded");
    }
    tracker.beforeMatch(event);
    context.begin();
  }

  public MatchContext context() {
    return context;
  }

  /** Numbers of the rules that match the last event. */
  Set<Integer> matches(CompiledRuleSet rules) {
    context.reserveMemo(rules.memoSlots());
    context.begin();
    Set<Integer> matched = new TreeSet<>();
    rules.match(
        context,
        rule -> {
          matched.add(rule);
          return true;
        });
    return matched;
  }
}
