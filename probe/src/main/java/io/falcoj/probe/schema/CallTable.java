package io.falcoj.probe.schema;

import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.names.SyscallTable;
import io.falcoj.runtime.schema.names.TableReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The kernel's table of calls: which event each system call becomes, by its number on x86-64 and on
 * ia32. One that has no steps of its own becomes the generic event.
 */
public final class CallTable {
  private static final EventTable EVENTS = EventTable.standard();

  private final Map<String, List<Integer>> steps = new HashMap<>();
  private final Map<Integer, Call> calls = new TreeMap<>();
  private final Map<Integer, List<Integer>> numbersByCode = new HashMap<>();

  private CallTable() {}

  private static final class Holder {
    static final CallTable STANDARD = read();

    private Holder() {}
  }

  /** The table for this machine. */
  public static CallTable standard() {
    return Holder.STANDARD;
  }

  private static CallTable read() {
    CallTable table = new CallTable();
    for (String[] row : TableReader.read(CallTable.class, "steps.tsv")) {
      table.steps.put(row[0], StepReader.read(EVENTS.byId(row[0]), row[1]));
    }
    Map<String, Call> byName = new HashMap<>();
    for (String[] row : TableReader.read(SyscallTable.class, "syscalls.tsv")) {
      if (!row[2].equals("-")) {
        Call call = table.call(row);
        byName.put(row[1], call);
        table.put(call.number(), call);
      }
    }
    for (String[] row : TableReader.read(CallTable.class, "ia32.tsv")) {
      Call call = byName.get(row[1]);
      if (call == null) {
        throw new IllegalStateException("ia32 call " + row[1]);
      }
      table.put(Layout.CALL_NUMBERS + Integer.parseInt(row[0]), call);
    }
    table.special(Layout.EXEC_INDEX, "SYSCALL_EXECVE_19_X");
    table.special(Layout.EXIT_INDEX, "PROCEXIT_1_E");
    table.special(Layout.SIGNAL_INDEX, "SIGNALDELIVER_E");
    table.special(Layout.OPEN_ENTER_INDEX, "SYSCALL_OPEN_E");
    table.special(Layout.CREAT_ENTER_INDEX, "SYSCALL_CREAT_E");
    table.special(Layout.OPENAT_ENTER_INDEX, "SYSCALL_OPENAT_2_E");
    table.special(Layout.OPENAT2_ENTER_INDEX, "SYSCALL_OPENAT2_E");
    table.special(Layout.CONNECT_ENTER_INDEX, "SOCKET_CONNECT_E");
    return table;
  }

  private Call call(String[] row) {
    int code = Integer.parseInt(row[0]);
    EventType type = EVENTS.byCode(Integer.parseInt(row[4]));
    if (type == null || !steps.containsKey(type.id())) {
      type = EVENTS.byId("GENERIC_X");
    }
    return new Call(
        type.code(),
        type.params().size(),
        EventClass.of(type),
        code,
        Integer.parseInt(row[2]),
        steps.getOrDefault(type.id(), List.of()));
  }

  private void put(int index, Call call) {
    calls.put(index, call);
    numbersByCode.computeIfAbsent(call.code(), c -> new ArrayList<>()).add(index);
  }

  private void special(int index, String id) {
    EventType type = EVENTS.byId(id);
    calls.put(
        index,
        new Call(
            type.code(),
            type.params().size(),
            EventClass.of(type),
            0,
            0,
            steps.getOrDefault(id, List.of())));
  }

  /** Every row: its index and its bytes. */
  public Map<Integer, byte[]> rows() {
    Map<Integer, byte[]> rows = new TreeMap<>();
    calls.forEach((index, call) -> rows.put(index, call.encoded()));
    return rows;
  }

  /** Where the system call of that portable code stands; empty for one that there is not here. */
  public List<Integer> indexes(int code) {
    return numbersByCode.getOrDefault(code, List.of());
  }

  /** The rows that become the event of that code. */
  List<Integer> rowsOf(int event) {
    return calls.entrySet().stream()
        .filter(row -> row.getValue().event() == event)
        .map(Map.Entry::getKey)
        .toList();
  }

  List<Integer> steps(int row) {
    return Objects.requireNonNull(calls.get(row)).steps();
  }

  /** Code of the event that the system call of that portable code becomes, or -1. */
  public int eventOf(int code) {
    List<Integer> indexes = indexes(code);
    Call call = indexes.isEmpty() ? null : calls.get(indexes.get(0));
    return call == null ? -1 : call.event();
  }
}
