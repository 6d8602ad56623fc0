package io.falcoj.runtime.schema;

import io.falcoj.runtime.schema.FieldDef.ArgKind;
import io.falcoj.runtime.schema.FieldDef.FieldFlag;
import io.falcoj.runtime.schema.FieldDef.Shape;
import io.falcoj.runtime.schema.names.PrintFormat;
import io.falcoj.runtime.schema.names.TableReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads field rows and aliases from the tables beside these classes. */
final class FieldTable {
  private FieldTable() {}

  static List<FieldDef> read(String resource) {
    List<FieldDef> rows = new ArrayList<>();
    for (String[] row : TableReader.read(FieldTable.class, resource)) {
      if (row.length != 9) {
        throw new IllegalStateException(resource + ": not nine columns at " + row[0]);
      }
      int dot = row[7].lastIndexOf('.');
      rows.add(
          new FieldDef(
              row[0],
              FieldClass.valueOf(row[1]),
              FieldType.valueOf(row[2]),
              Shape.valueOf(row[3]),
              ArgKind.valueOf(row[4]),
              flags(row[5]),
              PrintFormat.valueOf(row[6]),
              row[7].substring(0, dot),
              row[7].substring(dot + 1),
              row[8]));
    }
    return rows;
  }

  static Map<String, String> readAliases(String resource) {
    Map<String, String> aliases = new HashMap<>();
    for (String[] row : TableReader.read(FieldTable.class, resource)) {
      aliases.put(row[0], row[1]);
    }
    return Map.copyOf(aliases);
  }

  private static Set<FieldFlag> flags(String text) {
    EnumSet<FieldFlag> flags = EnumSet.noneOf(FieldFlag.class);
    if (!text.equals("-")) {
      for (String flag : text.split(",")) {
        flags.add(FieldFlag.valueOf(flag));
      }
    }
    return flags;
  }
}
