package io.falcoj.runtime.schema;

import java.util.List;
import java.util.Set;

/**
 * One row of the event table.
 *
 * @param code number of the type in the scap format; even ones are enter events
 * @param id upstream identifier without its prefix, e.g. {@code SYSCALL_OPENAT_2_X}
 * @param name what {@code evt.type} shows, e.g. {@code openat}
 * @param enter true for the event at the start of a call
 */
public record EventType(
    int code,
    String id,
    String name,
    boolean enter,
    Set<Category> categories,
    Set<Flag> flags,
    List<ParamDef> params) {

  /** Groups of event types, shown in lower case by {@code evt.category}. */
  public enum Category {
    OTHER,
    FILE,
    NET,
    IPC,
    MEMORY,
    PROCESS,
    SLEEP,
    SYSTEM,
    SIGNAL,
    USER,
    TIME,
    IO_READ,
    IO_WRITE,
    IO_OTHER,
    IO_BASE,
    WAIT,
    SCHEDULER,
    INTERNAL,
    SYSCALL,
    TRACEPOINT,
    PLUGIN,
    METAEVENT,
    ITER
  }

  /** Properties of event types. */
  public enum Flag {
    CREATES_FD,
    USES_FD,
    DESTROYS_FD,
    READS_FROM_FD,
    WRITES_TO_FD,
    MODIFIES_STATE,
    WAITS,
    SKIPPARSERESET,
    LARGE_PAYLOAD,
    /** Only found in old captures; converted while reading. */
    OLD_VERSION,
    CONVERTER_MANAGED,
    UNUSED
  }

  public EventType {
    categories = Set.copyOf(categories);
    flags = Set.copyOf(flags);
    params = List.copyOf(params);
  }

  public boolean has(Flag flag) {
    return flags.contains(flag);
  }

  public boolean has(Category category) {
    return categories.contains(category);
  }

  /** Position of the parameter of that name, or -1. */
  public int paramIndex(String paramName) {
    for (int i = 0; i < params.size(); i++) {
      if (params.get(i).name().equals(paramName)) {
        return i;
      }
    }
    return -1;
  }

  /** Bytes of one parameter length in the encoding: 4 for large payloads, else 2. */
  public int lengthSize() {
    return has(Flag.LARGE_PAYLOAD) ? 4 : 2;
  }
}
