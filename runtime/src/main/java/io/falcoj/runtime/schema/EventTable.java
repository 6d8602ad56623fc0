package io.falcoj.runtime.schema;

import io.falcoj.runtime.schema.EventType.Category;
import io.falcoj.runtime.schema.EventType.Flag;
import io.falcoj.runtime.schema.names.FlagTable;
import io.falcoj.runtime.schema.names.PrintFormat;
import io.falcoj.runtime.schema.names.TableReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The event table: every event type with its parameters. One table drives the reader, the
 * converter, the decoder, the fields and the probe's C header.
 */
public final class EventTable {
  private static final class Holder {
    static final EventTable STANDARD = new EventTable();
  }

  private final List<EventType> byCode = new ArrayList<>();
  private final Map<String, EventType> byId = new HashMap<>();
  private final Map<String, List<EventType>> byName = new HashMap<>();

  private EventTable() {
    Map<String, FlagTable> flags = readFlags();
    Map<String, List<ParamDef>> variants = readVariants();
    for (String[] row : TableReader.read(EventTable.class, "events.tsv")) {
      EventType type = readType(row, flags, variants);
      byCode.add(type);
      byId.put(type.id(), type);
      byName.computeIfAbsent(type.name(), n -> new ArrayList<>()).add(type);
    }
  }

  /** The table of the current scap format. */
  public static EventTable standard() {
    return Holder.STANDARD;
  }

  /** Number of event codes; codes run from 0. */
  public int size() {
    return byCode.size();
  }

  /** The type with that code, or null for a code that the table does not know. */
  public @Nullable EventType byCode(int code) {
    return code >= 0 && code < byCode.size() ? byCode.get(code) : null;
  }

  /**
   * The type with that identifier.
   *
   * @throws IllegalArgumentException for an identifier that is not in the table
   */
  public EventType byId(String id) {
    EventType type = byId.get(id);
    if (type == null) {
      throw new IllegalArgumentException("no event type " + id);
    }
    return type;
  }

  /** All types of that name, enter and exit, old and current; empty for an unknown name. */
  public List<EventType> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** All types by code. */
  public List<EventType> all() {
    return Collections.unmodifiableList(byCode);
  }

  private static EventType readType(
      String[] row, Map<String, FlagTable> flags, Map<String, List<ParamDef>> variants) {
    List<ParamDef> params = new ArrayList<>();
    if (!row[6].equals("-")) {
      for (String text : row[6].split(" ")) {
        params.add(readParam(text, flags, variants));
      }
    }
    return new EventType(
        Integer.parseInt(row[0]),
        row[1],
        row[2],
        row[3].equals(">"),
        readSet(Category.class, row[4]),
        readSet(Flag.class, row[5]),
        params);
  }

  private static ParamDef readParam(
      String text, Map<String, FlagTable> flags, Map<String, List<ParamDef>> variants) {
    String[] parts = text.split(":");
    FlagTable symbols = null;
    List<ParamDef> variant = List.of();
    int dirfd = -1;
    for (int i = 3; i < parts.length; i++) {
      String[] option = parts[i].split("=");
      switch (option[0]) {
        case "flags" -> symbols = flags.get(option[1]);
        case "dynamic" -> variant = variants.getOrDefault(option[1], List.of());
        case "dirfd" -> dirfd = Integer.parseInt(option[1]);
        default -> throw new IllegalStateException("parameter option " + parts[i]);
      }
    }
    return new ParamDef(
        parts[0], FieldType.valueOf(parts[1]), format(parts[2]), symbols, variant, dirfd);
  }

  private static PrintFormat format(String text) {
    return switch (text) {
      case "na" -> PrintFormat.NA;
      case "dec" -> PrintFormat.DEC;
      case "hex" -> PrintFormat.HEX;
      case "oct" -> PrintFormat.OCT;
      default -> throw new IllegalStateException("print format " + text);
    };
  }

  private static <E extends Enum<E>> Set<E> readSet(Class<E> type, String text) {
    EnumSet<E> set = EnumSet.noneOf(type);
    if (!text.equals("-")) {
      for (String name : text.split(",")) {
        set.add(Enum.valueOf(type, name));
      }
    }
    return set;
  }

  private static Map<String, FlagTable> readFlags() {
    Map<String, List<FlagTable.Entry>> entries = new HashMap<>();
    for (String[] row : TableReader.read(EventTable.class, "flags.tsv")) {
      entries
          .computeIfAbsent(row[0], n -> new ArrayList<>())
          .add(new FlagTable.Entry(row[1], Long.parseUnsignedLong(row[2])));
    }
    Map<String, FlagTable> tables = new HashMap<>();
    entries.forEach((name, list) -> tables.put(name, new FlagTable(name, list)));
    return tables;
  }

  private static Map<String, List<ParamDef>> readVariants() {
    Map<String, List<ParamDef>> variants = new HashMap<>();
    for (String[] row : TableReader.read(EventTable.class, "dynamic.tsv")) {
      variants
          .computeIfAbsent(row[0], n -> new ArrayList<>())
          .add(
              new ParamDef(
                  row[2].equals("-") ? "" : row[2],
                  FieldType.valueOf(row[3]),
                  format(row[4]),
                  null,
                  List.of(),
                  -1));
    }
    return variants;
  }
}
