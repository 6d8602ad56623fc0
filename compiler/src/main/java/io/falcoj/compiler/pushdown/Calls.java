package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.ir.Load;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.EventType.Category;
import io.falcoj.runtime.schema.EventType.Flag;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.ParamDef;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What is known of event types beyond their rows. */
final class Calls {
  static final EventTable TABLE = EventTable.standard();
  static final int CONNECT = TABLE.byId("SOCKET_CONNECT_X").code();
  static final int CREAT = TABLE.byId("SYSCALL_CREAT_X").code();
  private static final int GENERIC = TABLE.byId("GENERIC_X").code();

  /** Calls that open a path. */
  static final BitSet OPENS =
      codes(
          type ->
              type.code() == CREAT
                  || type.id().equals("SYSCALL_OPEN_X")
                  || type.id().equals("SYSCALL_OPENAT_2_X")
                  || type.id().equals("SYSCALL_OPENAT2_X"));

  /** Calls whose path is that of a descriptor. */
  static final BitSet CHANGING_FILES = named("SYSCALL_FCHMOD_X", "SYSCALL_FCHOWN_X");

  /**
   * Calls of which one path is that of a descriptor when it is empty ({@code AT_EMPTY_PATH}). All
   * other paths are seen from directories.
   */
  static final BitSet WITH_EMPTY_PATH =
      named("SYSCALL_LINKAT_2_X", "SYSCALL_FCHOWNAT_X", "SYSCALL_NEWFSTATAT_X");

  /** Calls that do not work on sockets. */
  static final BitSet LINKING = named("SYSCALL_LINKAT_2_X");

  /** Calls that take a descriptor, which need not be that of a directory. */
  static final BitSet ON_DESCRIPTORS =
      codes(
          type ->
              !type.enter()
                  && (type.has(Flag.USES_FD) || type.has(Flag.DESTROYS_FD))
                  && (WITH_EMPTY_PATH.get(type.code()) || !hasRelativePath(type)));

  private static final Set<String> EMPTY_PATHS = Set.of("oldpath", "pathname", "path");

  private Calls() {}

  static EventType type(int code) {
    return TABLE.all().get(code);
  }

  static BitSet codes(Predicate<EventType> wanted) {
    BitSet codes = new BitSet();
    for (EventType type : TABLE.all()) {
      codes.set(type.code(), wanted.test(type));
    }
    return codes;
  }

  private static BitSet named(String... ids) {
    return codes(type -> List.of(ids).contains(type.id()));
  }

  /** Then the descriptor is the directory that the path is seen from. */
  private static boolean hasRelativePath(EventType type) {
    return type.params().stream().anyMatch(param -> param.type() == FieldType.FSRELPATH);
  }

  /** Whether the parameter is a path that may be empty. */
  static boolean mayBeEmpty(int code, ParamDef param) {
    return WITH_EMPTY_PATH.get(code) && EMPTY_PATHS.contains(param.name());
  }

  /** Whether only rules can need the events: no state comes from them. */
  static boolean leavesNoTrace(EventType type) {
    return type.has(Category.SYSCALL)
        && !type.enter()
        && type.code() != GENERIC
        && !type.has(Flag.MODIFIES_STATE)
        && !type.has(Flag.OLD_VERSION)
        && !type.has(Flag.CREATES_FD)
        && !type.has(Flag.READS_FROM_FD)
        && !type.has(Flag.WRITES_TO_FD);
  }

  /** The event at the start of the call, whose code comes before. */
  static EventType start(int code) {
    return type(code - 1);
  }

  /** Where the parameter stands that a field such as {@code evt.arg.name} asks for, or -1. */
  static int position(Load.Field field, EventType type) {
    String argument = field.ref().arg();
    if (argument == null || argument.isEmpty()) {
      return -1;
    }
    int position =
        Character.isDigit(argument.charAt(0))
            ? Integer.parseInt(argument)
            : type.paramIndex(argument);
    return position < type.params().size() ? position : -1;
  }
}
