package io.falcoj.testkit.scenario.scap;

import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.ScenarioException;
import io.falcoj.testkit.scenario.Step;
import io.falcoj.testkit.scenario.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes steps one after the other, and keeps what they change in the processes. */
final class StepWriter {
  private static final long CHILD_RETURNS_LATER = 20_000;
  private static final long CLONE_THREAD = 0x2000;

  private final SourceHandler handler;
  private final RunningTree threads;
  private final EventEncoder encoder = new EventEncoder();
  private final RawEvent raw = new RawEvent();
  private long clock;

  StepWriter(Scenario scenario, SourceHandler handler) {
    this.handler = handler;
    this.threads = new RunningTree(scenario.processes());
    this.clock = nanos(scenario.start());
  }

  static long nanos(Instant time) {
    return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
  }

  void write(Step step) {
    clock += step.pause().toNanos();
    Call call = Call.named(step.event());
    StepValues values = new StepValues(call, step.values());
    RunningThread thread = threads.require(step.tid());
    if (ProcessValues.clones(call.type())) {
      writeClone(call, values, thread);
    } else if (ProcessValues.starts(call.type())) {
      RunningThread after = Effects.started(thread, values);
      emit(call, values, after);
      if (values.result() >= 0) {
        threads.replace(after);
      }
    } else {
      values.complete(thread);
      emit(call, values, thread);
      Effects.apply(call, values, thread, threads);
    }
  }

  /** The call returns twice: in the caller with the child's number, in the child with zero. */
  private void writeClone(Call call, StepValues values, RunningThread caller) {
    emit(call, values, caller);
    long made = values.result();
    if (made <= 0) {
      return;
    }
    boolean sameProcess = (values.number("flags", 0) & CLONE_THREAD) != 0;
    RunningThread child = threads.spawn(caller, made, sameProcess);
    values.put("res", Value.of(0));
    clock += CHILD_RETURNS_LATER;
    emit(call, values, child);
  }

  private void emit(Call call, StepValues values, RunningThread thread) {
    EventType type = call.type();
    encoder.begin(type, clock, thread.tid);
    for (ParamDef param : type.params()) {
      put(param, value(type, param, values, thread));
    }
    handler.event(encoder.toRaw(raw));
  }

  private void put(ParamDef param, @Nullable Value value) {
    try {
      if (value == null) {
        ParamWriter.putDefault(encoder);
      } else {
        ParamWriter.put(encoder, value);
      }
    } catch (ScenarioException | IllegalArgumentException e) {
      throw new ScenarioException(param.name(), String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable Value value(
      EventType type, ParamDef param, StepValues values, RunningThread thread) {
    Value given = values.get(param.name());
    return given != null ? given : ProcessValues.of(type, param.name(), thread);
  }
}
