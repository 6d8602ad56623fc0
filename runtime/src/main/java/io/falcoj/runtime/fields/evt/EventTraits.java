package io.falcoj.runtime.fields.evt;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.EventType.Category;
import io.falcoj.runtime.schema.EventType.Flag;
import io.falcoj.runtime.schema.names.SyscallTable;
import io.falcoj.runtime.value.ByteSlice;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the event table says of each event code, laid out for lookups by code. */
public final class EventTraits {
  public static final int GENERIC = code("GENERIC_X");
  public static final int ASYNC = code("ASYNCEVENT_E");
  public static final int OPEN = code("SYSCALL_OPEN_X");
  public static final int CREAT = code("SYSCALL_CREAT_X");
  public static final int OPENAT = code("SYSCALL_OPENAT_2_X");
  public static final int OPENAT2 = code("SYSCALL_OPENAT2_X");
  public static final int OPEN_BY_HANDLE = code("SYSCALL_OPEN_BY_HANDLE_AT_X");
  public static final int ACCEPT = code("SOCKET_ACCEPT_5_X");
  public static final int ACCEPT4 = code("SOCKET_ACCEPT4_6_X");
  public static final int CONNECT = code("SOCKET_CONNECT_X");

  private static final int SIZE = EventTable.standard().size();
  private static final ByteSlice[] NAMES = new ByteSlice[SIZE];
  private static final @Nullable Category[] CATEGORIES = new Category[SIZE];
  private static final ByteSlice[] SYSCALL_NAMES = syscallNames();
  private static final byte[] BITS = new byte[SIZE];

  private static final int SYSCALL = 1;
  private static final int META = 1 << 1;
  private static final int READS = 1 << 2;
  private static final int WRITES = 1 << 3;
  private static final int WAITS = 1 << 4;
  private static final int RETURNS = 1 << 5;

  static {
    for (EventType type : EventTable.standard().all()) {
      NAMES[type.code()] = ByteSlice.of(type.name());
      CATEGORIES[type.code()] = category(type);
      BITS[type.code()] = (byte) bits(type);
    }
  }

  private EventTraits() {}

  public static int code(String id) {
    return EventTable.standard().byId(id).code();
  }

  private static int bits(EventType type) {
    boolean syscall = type.has(Category.SYSCALL);
    boolean returns = syscall && !type.enter() && type.code() != GENERIC;
    return (syscall ? SYSCALL : 0)
        | (type.has(Category.METAEVENT) ? META : 0)
        | (type.has(Flag.READS_FROM_FD) ? READS : 0)
        | (type.has(Flag.WRITES_TO_FD) ? WRITES : 0)
        | (type.has(Flag.WAITS) ? WAITS : 0)
        | (returns ? RETURNS : 0);
  }

  private static @Nullable Category category(EventType type) {
    for (Category category : Category.values()) {
      boolean kind =
          switch (category) {
            case SYSCALL, TRACEPOINT, PLUGIN, METAEVENT, ITER, IO_BASE -> true;
            default -> false;
          };
      if (!kind && type.has(category)) {
        return category;
      }
    }
    return null;
  }

  private static ByteSlice[] syscallNames() {
    SyscallTable table = SyscallTable.standard();
    ByteSlice[] names = new ByteSlice[table.size()];
    for (int code = 0; code < names.length; code++) {
      String name = table.name(code);
      names[code] = ByteSlice.of(name == null ? "unknown" : name.toLowerCase(Locale.ROOT));
    }
    return names;
  }

  public static ByteSlice name(int code) {
    return NAMES[code];
  }

  /** Name of the call that a generic event stands for. */
  public static ByteSlice syscallName(Event event) {
    int code = event.has(0) ? (int) event.number(0) : 0;
    if (code == 0 && event.has(1)) {
      code = SyscallTable.standard().codeOfX86((int) event.number(1));
    }
    return code >= 0 && code < SYSCALL_NAMES.length ? SYSCALL_NAMES[code] : SYSCALL_NAMES[0];
  }

  /** What the event is about, without the kind of source; null for nothing. */
  public static @Nullable Category category(int code) {
    return CATEGORIES[code];
  }

  /** True for calls that move data or wait for descriptors to do so. */
  public static boolean isIo(int code) {
    Category category = CATEGORIES[code];
    return category == Category.IO_READ
        || category == Category.IO_WRITE
        || category == Category.IO_OTHER;
  }

  public static boolean isSyscall(int code) {
    return (BITS[code] & SYSCALL) != 0;
  }

  public static boolean isMeta(int code) {
    return (BITS[code] & META) != 0;
  }

  public static boolean reads(int code) {
    return (BITS[code] & READS) != 0;
  }

  public static boolean writes(int code) {
    return (BITS[code] & WRITES) != 0;
  }

  public static boolean waits(int code) {
    return (BITS[code] & WAITS) != 0;
  }

  /** True for events whose first parameter is what the call returned. */
  public static boolean returns(Event event) {
    return (BITS[event.code()] & RETURNS) != 0 && event.paramCount() > 0;
  }

  /** What the call returned; asked only where {@link #returns}. */
  public static long returned(Event event) {
    int length = event.paramLength(0);
    return length == 4 || length == 8 ? event.number(0) : 0;
  }
}
