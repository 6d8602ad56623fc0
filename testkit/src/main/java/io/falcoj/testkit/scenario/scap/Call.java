package io.falcoj.testkit.scenario.scap;

import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.SyscallTable;
import io.falcoj.testkit.scenario.ScenarioException;

/**
 * The event type that a name stands for, in its newest form: the exit where there is one.
 *
 * @param code portable code of the system call for generic events, else -1
 */
record Call(EventType type, int code) {
  private static final int X86_CALLS = 1024;

  static Call named(String name) {
    EventType found = null;
    for (EventType type : EventTable.standard().named(name)) {
      boolean current = !type.has(EventType.Flag.OLD_VERSION) && !type.has(EventType.Flag.UNUSED);
      if (current && (found == null || found.enter())) {
        found = type;
      }
    }
    if (found != null) {
      return new Call(found, -1);
    }
    int code = SyscallTable.standard().code(name);
    if (code < 0) {
      throw new ScenarioException("no event and no system call is named '" + name + "'");
    }
    return new Call(EventTable.standard().byId("GENERIC_X"), code);
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
