package io.falcoj.runtime.fields.render;

import io.falcoj.runtime.schema.names.FlagTable;
import io.falcoj.runtime.schema.names.FlagTable.Entry;
import io.falcoj.runtime.value.TextBuilder;
import java.util.List;

/** Names of flags, enumeration values and file modes, joined by bars, in table order. */
public final class FlagText {
  private FlagText() {}

  /** Appends the names of all flags that are set; a flag's bits count once. */
  public static void appendFlags(TextBuilder out, long value, FlagTable table) {
    long rest = value;
    boolean first = true;
    List<Entry> entries = table.entries();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (matches(entry.value(), value, rest)) {
        rest &= ~entry.value();
        first = appendName(out, entry, first);
        if (entry.value() == value) {
          return;
        }
      }
    }
  }

  /** Appends every name of exactly that value. */
  public static void appendEnum(TextBuilder out, long value, FlagTable table) {
    boolean first = true;
    List<Entry> entries = table.entries();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).value() == value) {
        first = appendName(out, entries.get(i), first);
      }
    }
  }

  /** Appends the names of a file mode: bits first, then one that equals the whole mode. */
  public static void appendMode(TextBuilder out, long value, FlagTable table) {
    long rest = value;
    boolean first = true;
    List<Entry> entries = table.entries();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.value() == value) {
        appendName(out, entry, first);
        return;
      }
      if (matches(entry.value(), value, rest)) {
        rest &= ~entry.value();
        first = appendName(out, entry, first);
      }
    }
  }

  private static boolean matches(long flag, long value, long rest) {
    return flag == 0 ? value == 0 : rest != 0 && (rest & flag) == flag;
  }

  private static boolean appendName(TextBuilder out, Entry entry, boolean first) {
    if (!first) {
      out.append('|');
    }
    out.append(entry.name());
    return false;
  }
}
