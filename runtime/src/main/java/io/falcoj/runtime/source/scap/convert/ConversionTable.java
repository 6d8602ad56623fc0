package io.falcoj.runtime.source.scap.convert;

import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.EventType.Flag;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.names.TableReader;
import io.falcoj.runtime.source.scap.convert.Conversion.Step;
import io.falcoj.runtime.source.scap.convert.Fill.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code conversions.tsv}, found by event type and number of parameters, and what the
 * event table says about types: unused ones and old enter events without a row are dropped, types
 * that never changed pass, exit events pass when they have all their parameters.
 */
final class ConversionTable {
  /** Passes with any number of parameters. */
  static final int ALWAYS = -1;

  /** Never passes: every number of parameters has a row, or is an error. */
  static final int CONVERT = -2;

  static final int DROP = -3;

  private static final class Holder {
    static final ConversionTable STANDARD = new ConversionTable();
  }

  private final int[] passing;
  private final @Nullable Conversion[][] rows;

  private ConversionTable() {
    List<EventType> types = EventTable.standard().all();
    passing = types.stream().mapToInt(ConversionTable::passing).toArray();
    rows = new Conversion[types.size()][];
    for (EventType type : types) {
      rows[type.code()] = new Conversion[type.params().size() + 1];
    }
    for (String[] row : TableReader.read(ConversionTable.class, "conversions.tsv")) {
      EventType type = EventTable.standard().byId(row[0]);
      int carried = Integer.parseInt(row[1]);
      rows[type.code()][carried] = conversion(type, carried, row);
    }
  }

  static ConversionTable standard() {
    return Holder.STANDARD;
  }

  /**
   * With how many parameters an event of the type is current.
   *
   * @return a number, {@link #ALWAYS}, {@link #CONVERT} or {@link #DROP}
   */
  int passing(int code) {
    return passing[code];
  }

  /** The row for an event, or null. */
  @Nullable Conversion row(int code, int paramCount) {
    @Nullable Conversion[] ofType = rows[code];
    return paramCount >= 0 && paramCount < ofType.length ? ofType[paramCount] : null;
  }

  private static int passing(EventType type) {
    if (type.has(Flag.UNUSED)) {
      return DROP;
    }
    if (!type.has(Flag.CONVERTER_MANAGED)) {
      return type.has(Flag.OLD_VERSION) ? DROP : ALWAYS;
    }
    boolean even = type.code() % 2 == 0;
    return even || type.has(Flag.OLD_VERSION) ? CONVERT : type.params().size();
  }

  private static Conversion conversion(EventType type, int carried, String[] row) {
    Step step = Step.valueOf(row[2].toUpperCase(Locale.ROOT).replace('-', '_'));
    EventType result = row[3].equals("-") ? type : EventTable.standard().byId(row[3]);
    List<Fill> fills = new ArrayList<>();
    if (!row[4].equals("-")) {
      int first = step == Step.APPEND ? carried : 0;
      for (String item : row[4].split(" ")) {
        addFills(item, result, first, fills);
      }
    }
    return new Conversion(step, result, fills);
  }

  /** Adds the fills of an item such as {@code old:3}, {@code enter:0-2} or {@code absent*5}. */
  private static void addFills(String item, EventType result, int first, List<Fill> fills) {
    String[] named = item.split("[:*]");
    Origin origin = Origin.valueOf(named[0].toUpperCase(Locale.ROOT).replace('-', '_'));
    int from = 0;
    int to = 0;
    if (item.indexOf('*') >= 0) {
      to = Integer.parseInt(named[1]) - 1;
    } else if (named.length > 1) {
      String[] run = named[1].split("-");
      from = Integer.parseInt(run[0]);
      to = Integer.parseInt(run[run.length - 1]);
    }
    for (int index = from; index <= to; index++) {
      FieldType type = result.params().get(first + fills.size()).type();
      fills.add(new Fill(origin, index, type));
    }
  }
}
