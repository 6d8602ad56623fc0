package io.falcoj.compiler.conformance;

import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.MatchSink;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.decode.SyscallDecoder;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.ParamDef;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Runs a bundle over a capture, all matching rules counting, and keeps the numbers of events. */
final class MatchRecorder implements SourceHandler {
  private final Event event = new Event();
  private final EventState state = new EventState();
  private final StateTables tables = new StateTables();
  private final MatchContext context = new MatchContext(event, state, tables);
  private final SyscallDecoder decoder = new SyscallDecoder();
  private final StateTracker tracker = new StateTracker(tables, state);
  private final CompiledRuleSet rules;
  private final Map<Integer, List<Long>> matches = new TreeMap<>();
  private final Set<Long> relative = new HashSet<>();
  private final MatchSink sink;
  private final long last;
  private long number;

  private MatchRecorder(CompiledRuleSet rules, long last) {
    this.rules = rules;
    this.last = last;
    context.reserveMemo(rules.memoSlots());
    this.sink =
        rule -> {
          matches.computeIfAbsent(rule, r -> new ArrayList<>()).add(event.num());
          return true;
        };
  }

  /** Runs the bundle over the events of a capture up to number {@code last}. */
  static MatchRecorder run(Bundle bundle, Path capture, long last) throws SourceException {
    MatchRecorder replay =
        new MatchRecorder(Objects.requireNonNull(bundle.ruleSet("syscall")), last);
    try (ScapSource source = ScapSource.open(capture)) {
      while (source.poll(replay) != EventSource.END) {
        if (replay.number > last) {
          break;
        }
      }
    }
    return replay;
  }

  /** Numbers of the matching events by rule index. */
  Map<Integer, List<Long>> matches() {
    return matches;
  }

  /** Numbers of the events whose paths are relative to a directory's descriptor. */
  Set<Long> relative() {
    return relative;
  }

  @Override
  public void event(RawEvent raw) {
    if (!decoder.decode(raw, event, number + 1)) {
      return;
    }
    number++;
    tracker.beforeMatch(event);
    if (!event.stateOnly() && number <= last) {
      context.begin();
      rules.match(context, sink);
      if (namesDirectory(event.type())) {
        relative.add(number);
      }
    }
    tracker.afterMatch(event);
  }

  private static boolean namesDirectory(EventType type) {
    for (ParamDef param : type.params()) {
      if (param.type() == FieldType.FD && param.name().contains("dir")) {
        return true;
      }
    }
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
  public void networkInterface(InterfaceEntry networkInterface) {
    tracker.networkInterface(networkInterface);
  }

  @Override
  public void user(UserEntry user) {
    tracker.user(user);
  }
}
