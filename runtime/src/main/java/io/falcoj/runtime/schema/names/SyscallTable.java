package io.falcoj.runtime.schema.names;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * System calls by portable code, name and x86-64 number. Calls without an event type of their own
 * travel as generic events that carry the code; their name is what {@code evt.type} shows.
 */
public final class SyscallTable {
  private static final class Holder {
    static final SyscallTable STANDARD = new SyscallTable();
  }

  private final Map<Integer, String> names = new HashMap<>();
  private final Map<String, Integer> codes = new HashMap<>();
  private final Map<Integer, Integer> x86ToCode = new HashMap<>();
  private int size;

  private SyscallTable() {
    for (String[] row : TableReader.read(SyscallTable.class, "syscalls.tsv")) {
      int code = Integer.parseInt(row[0]);
      names.put(code, row[1]);
      codes.put(row[1], code);
      size = Math.max(size, code + 1);
      if (!row[2].equals("-")) {
        x86ToCode.put(Integer.parseInt(row[2]), code);
      }
    }
  }

  public static SyscallTable standard() {
    return Holder.STANDARD;
  }

  /** One more than the highest code. */
  public int size() {
    return size;
  }

  /** Lower-case name of the call with that portable code, or null. */
  public @Nullable String name(int code) {
    return names.get(code);
  }

  /** Portable code of the call of that name, or -1. */
  public int code(String name) {
    return codes.getOrDefault(name, -1);
  }

  /** Portable code of an x86-64 system call number, or -1. */
  public int codeOfX86(int number) {
    return x86ToCode.getOrDefault(number, -1);
  }
}
