package io.falcoj.testkit.scenario.scap;

import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.testkit.scenario.ScenarioException;
import io.falcoj.testkit.scenario.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters that a step gives, by their names in the event table. */
final class StepValues {
  private static final Set<String> DIRECTORIES =
      Set.of("dirfd", "linkdirfd", "newdir", "newdirfd", "olddir", "olddirfd");

  /** The disk that all files are on: 8:1. */
  private static final long DEVICE = 0x80_0001;

  private final Call call;
  private final EventType type;
  private final Map<String, Value> values = new LinkedHashMap<>();

  StepValues(Call call, Map<String, Value> given) {
    this.call = call;
    this.type = call.type();
    given.forEach((name, value) -> values.put(known(name), value));
  }

  private String known(String name) {
    ParamDef param = call.param(name);
    if (param == null) {
      throw new ScenarioException(
          "no parameter '%s'; %s has %s"
              .formatted(
                  name,
                  type.name(),
                  String.join(", ", type.params().stream().map(ParamDef::name).toList())));
    }
    return param.name();
  }

  @Nullable Value get(String param) {
    return values.get(param);
  }

  /** Adds what follows from the call, the thread and other parameters. */
  void complete(RunningThread thread) {
    if (call.code() >= 0) {
      values.putIfAbsent("ID", Value.of(call.code()));
      values.putIfAbsent("nativeID", Value.of(call.nativeNumber()));
    }
    for (ParamDef param : type.params()) {
      Value follows = values.containsKey(param.name()) ? null : following(param, thread);
      if (follows != null) {
        values.put(param.name(), follows);
      }
    }
  }

  private @Nullable Value following(ParamDef param, RunningThread thread) {
    boolean first = type.paramIndex(param.name()) == 0;
    if (first && has("newfd")) {
      return values.get("newfd");
    }
    if (first && makesOneDescriptor()) {
      return Value.of(thread.nextFd());
    }
    if (param.type() == FieldType.FD && DIRECTORIES.contains(param.name())) {
      return Value.of(Symbols.CURRENT_DIRECTORY);
    }
    if (has("data") && (first || param.name().equals("size")) && transfers()) {
      return Value.of(ParamWriter.length(values.get("data")));
    }
    return switch (param.name()) {
      case "status" ->
          has("ret") || has("sig") ? Value.of(number("ret", 0) << 8 | number("sig", 0)) : null;
      case "fd1" -> Value.of(thread.nextFd());
      case "fd2" -> Value.of(thread.fds.nextClearBit(thread.nextFd() + 1));
      case "addr" ->
          values.get("tuple") instanceof Value.Text tuple
              ? Value.of(Endpoint.far(tuple.text()))
              : null;
      case "dev" -> opensFile() ? Value.of(DEVICE) : null;
      case "ino" -> opensFile() ? Value.of(ProcessValues.inode(text("name", ""))) : null;
      default -> null;
    };
  }

  /** Calls that hand over data return how much it was. */
  private boolean transfers() {
    return type.has(EventType.Flag.READS_FROM_FD) || type.has(EventType.Flag.WRITES_TO_FD);
  }

  /** Calls that make two descriptors return something else. */
  private boolean makesOneDescriptor() {
    return type.has(EventType.Flag.CREATES_FD) && type.paramIndex("fd1") < 0;
  }

  private boolean opensFile() {
    return has("name") && result() >= 0;
  }

  boolean has(String param) {
    return values.containsKey(param);
  }

  void put(String param, Value value) {
    values.put(param, value);
  }

  /** A number that the step gives, or {@code otherwise}. */
  long number(String param, long otherwise) {
    Value value = values.get(param);
    return value == null
        ? otherwise
        : Symbols.number(type.params().get(type.paramIndex(param)), value);
  }

  /** What the call returns; 0 for events without a result. */
  long result() {
    return type.params().isEmpty() ? 0 : number(type.params().get(0).name(), 0);
  }

  String text(String param, String otherwise) {
    return values.get(param) instanceof Value.Text text ? text.text() : otherwise;
  }
}
