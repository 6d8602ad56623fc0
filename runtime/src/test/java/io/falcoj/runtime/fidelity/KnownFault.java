package io.falcoj.runtime.fidelity;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.ParamDef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a recorded value says nothing about the event. Each is a row of {@code
 * docs/compatibility.md}.
 */
enum KnownFault {
  /** The engine printed memory that it had not set. */
  UNSET_MEMORY,
  /** An output that asked {@code evt.abspath} before took the directory for the descriptor. */
  ASKED_ABSPATH,
  /** The engine asked the machine that it ran on, not the recording. */
  OTHER_MACHINE;

  private static final String RAW = "evt.rawarg.";

  /** What explains that {@code actual} is not what was recorded, or null for nothing. */
  static @Nullable KnownFault of(MatchContext context, String field, @Nullable Object actual) {
    boolean nothing = actual == null || actual.equals("") || actual.equals("<NA>");
    if (field.startsWith("user.") || field.equals("group.name")) {
      return nothing ? OTHER_MACHINE : null;
    }
    if (field.equals("proc.exe_ino.ctime_duration_pidns_start")) {
      return nothing ? UNSET_MEMORY : null;
    }
    if (field.equals("evt.buffer") || field.startsWith(RAW)) {
      return hasUnset(context.event(), field) ? UNSET_MEMORY : null;
    }
    boolean ofDescriptor =
        field.startsWith("fd.")
            || field.startsWith("fs.path.")
            || field.startsWith("evt.count.error.");
    return ofDescriptor && namesDirectory(context.event()) ? ASKED_ABSPATH : null;
  }

  /**
   * True when the parameter that is asked for is empty, or the buffer is no buffer: then the length
   * of the last one counts.
   */
  private static boolean hasUnset(Event event, String field) {
    boolean raw = field.startsWith(RAW);
    String name = raw ? field.substring(RAW.length()) : "data";
    List<ParamDef> params = event.type().params();
    for (int i = 0; i < params.size(); i++) {
      ParamDef param = params.get(i);
      if (param.name().equals(name)) {
        return event.paramLength(i) == 0 || (!raw && param.type() != FieldType.BYTEBUF);
      }
    }
    return false;
  }

  private static boolean namesDirectory(Event event) {
    List<ParamDef> params = event.type().params();
    for (int i = 0; i < params.size(); i++) {
      ParamDef param = params.get(i);
      if (param.type() == FieldType.FD
          && param.name().contains("dir")
          && event.has(i)
          && event.number(i) >= 0) {
        return true;
      }
    }
    return false;
  }
}
