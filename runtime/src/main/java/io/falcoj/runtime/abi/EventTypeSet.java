package io.falcoj.runtime.abi;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.names.SyscallTable;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.ByteSliceSet;

/**
 * A set of event types, tested by numbers: by event code, for generic events by system call code,
 * and for asynchronous events, which carry their own name, by that name.
 */
public final class EventTypeSet {
  private static final int GENERIC_ENTER = EventTable.standard().byId("GENERIC_E").code();
  private static final int GENERIC_EXIT = EventTable.standard().byId("GENERIC_X").code();
  private static final int ASYNC = EventTable.standard().byId("ASYNCEVENT_E").code();

  private final boolean[] codes;
  private final boolean[] syscalls;
  private final ByteSliceSet asyncNames;
  private final boolean asyncListed;

  public EventTypeSet(
      boolean[] codes, boolean[] syscalls, ByteSliceSet asyncNames, boolean asyncListed) {
    this.codes = codes;
    this.syscalls = syscalls;
    this.asyncNames = asyncNames;
    this.asyncListed = asyncListed;
  }

  /** True when the context's event is in the set. */
  public boolean has(MatchContext context) {
    int code = context.eventCode();
    if (code > GENERIC_EXIT && code != ASYNC) {
      return codes[code];
    }
    if (code == ASYNC) {
      ByteSlice name = context.event().text(1, context.slice());
      return asyncListed == (name != null && asyncNames.contains(name));
    }
    int call = genericCall(context.event());
    return call >= 0 && call < syscalls.length && syscalls[call];
  }

  /** System call code of a generic event; old captures lack the native number. */
  public static int genericCall(Event event) {
    int call = event.has(0) ? (int) event.number(0) : 0;
    if (call == 0 && event.paramLength(1) >= 2) {
      int known =
          SyscallTable.standard().codeOfX86(LittleEndian.u16(event.buffer(), event.paramOffset(1)));
      return Math.max(known, 0);
    }
    return call;
  }
}
