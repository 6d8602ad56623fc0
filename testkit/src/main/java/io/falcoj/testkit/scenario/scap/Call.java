package io.falcoj.testkit.scenario.scap;

import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.runtime.schema.names.SyscallTable;
import io.falcoj.testkit.scenario.ScenarioException;
import io.falcoj.testkit.scenario.Step;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The event type that a name stands for, in its newest form: the exit where there is one.
 *
 * @param code portable code of the system call for generic events, else -1
 */
public record Call(EventType type, int code) {
  private static final int X86_CALLS = 1024;

  /**
   * The call of that name.
   *
   * @throws ScenarioException when there is none
   */
  public static Call named(String name) {
    Call found = find(name);
    if (found == null) {
      throw new ScenarioException("no event and no system call is named '" + name + "'");
    }
    return found;
  }

  /** The call of that name, or null. */
  public static @Nullable Call find(String name) {
    EventType found = null;
    for (EventType type : EventTable.standard().named(name)) {
      if (isCurrent(type) && (found == null || found.enter())) {
        found = type;
      }
    }
    if (found != null) {
      return new Call(found, -1);
    }
    int code = SyscallTable.standard().code(name);
    return code < 0 ? null : new Call(EventTable.standard().byId("GENERIC_X"), code);
  }

  /** Every name that {@link #named} takes. */
  public static Collection<String> names() {
    TreeSet<String> names = new TreeSet<>();
    EventTable.standard().all().stream()
        .filter(Call::isCurrent)
        .forEach(type -> names.add(type.name()));
    for (int code = 0; code < SyscallTable.standard().size(); code++) {
      String name = SyscallTable.standard().name(code);
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private static boolean isCurrent(EventType type) {
    return !type.has(EventType.Flag.OLD_VERSION) && !type.has(EventType.Flag.UNUSED);
  }

  /**
   * The parameter that a step means.
   *
   * @param name in the event table, or {@link Step#RESULT} or {@link Step#PATH}
   * @return null when the event has none
   */
  public @Nullable ParamDef param(String name) {
    List<ParamDef> params = type.params();
    int index = type.paramIndex(name);
    if (index >= 0) {
      return params.get(index);
    }
    if (name.equals(Step.RESULT) && !params.isEmpty()) {
      return params.get(0);
    }
    if (name.equals(Step.PATH)) {
      for (ParamDef param : params) {
        if (param.type() == FieldType.FSPATH || param.type() == FieldType.FSRELPATH) {
          return param;
        }
      }
    }
    return null;
  }

  /** A parameter that the event has. */
  public ParamDef requireParam(String name) {
    return type.params().get(type.paramIndex(name));
  }

  /** True for calls that start another program. */
  public boolean startsProgram() {
    return ProcessValues.starts(type);
  }

  /** True for calls that make a thread or process. */
  public boolean makesThread() {
    return ProcessValues.clones(type);
  }

  /** Number of a generic call on x86-64, 0 when it has none there. */
  int nativeNumber() {
    for (int number = 0; number < X86_CALLS; number++) {
      if (SyscallTable.standard().codeOfX86(number) == code) {
        return number;
      }
    }
    return 0;
  }
}
