package io.falcoj.runtime.pushdown;

import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.value.ByteSlice;

/** What nodes look at, from one recorded event. */
final class EventValues {
  private static final EventTable TABLE = EventTable.standard();
  private static final int MOST_PARAMS = 64;

  /** {@code O_DIRECTORY} as events have it. */
  private static final long OPENED_AS_DIRECTORY = 1 << 10;

  private final int[] bounds = new int[MOST_PARAMS + 1];
  private final ByteSlice text = new ByteSlice();
  private byte[] buffer = new byte[0];
  private int count;
  private long number;

  /** Finds the parameters; false when the event is damaged. */
  boolean find(byte[] bytes, int event, int length) {
    buffer = bytes;
    count = 0;
    if (length < EventHeader.LENGTH) {
      return false;
    }
    int params = EventHeader.paramCount(bytes, event);
    int at = event + EventHeader.LENGTH;
    if (params < 0 || params > MOST_PARAMS || at + 2 * params > event + length) {
      return false;
    }
    bounds[0] = at + 2 * params;
    for (int i = 0; i < params; i++) {
      bounds[i + 1] = bounds[i] + LittleEndian.u16(bytes, at + 2 * i);
    }
    count = params;
    return bounds[params] <= event + length;
  }

  /** The number that was loaded last. */
  long number() {
    return number;
  }

  /** The text that was loaded last. */
  ByteSlice text() {
    return text;
  }

  /** Loads a value; false when it is not known. */
  boolean load(Source source, int code) {
    EventType type = TABLE.all().get(code);
    return switch (source.kind()) {
      case RETURN -> !type.enter() && number(0, FieldType.Family.SIGNED);
      case NUMBER ->
          source.param() < type.params().size()
              && number(source.param(), type.params().get(source.param()).type().family());
      case FILE_TYPE -> fileType(type);
      case FAMILY -> family(type);
      case PATH -> path(source.param());
      case PORT, UID, COMM -> false;
    };
  }

  private int length(int param) {
    return param < count ? bounds[param + 1] - bounds[param] : 0;
  }

  private boolean number(int param, FieldType.Family family) {
    int at = bounds[Math.min(param, MOST_PARAMS)];
    boolean signed = family == FieldType.Family.SIGNED;
    switch (length(param)) {
      case 1 -> number = signed ? buffer[at] : LittleEndian.u8(buffer, at);
      case 2 ->
          number = signed ? (short) LittleEndian.u16(buffer, at) : LittleEndian.u16(buffer, at);
      case 4 -> number = signed ? LittleEndian.i32(buffer, at) : LittleEndian.u32(buffer, at);
      case 8 -> number = LittleEndian.i64(buffer, at);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean fileType(EventType type) {
    if (!number(0, FieldType.Family.SIGNED) || number < 0) {
      return false;
    }
    int flags = type.paramIndex("flags");
    boolean directory =
        flags >= 0
            && number(flags, FieldType.Family.UNSIGNED)
            && (number & OPENED_AS_DIRECTORY) != 0;
    number = directory ? Filter.DIRECTORY : Filter.REGULAR_FILE;
    return true;
  }

  private boolean family(EventType type) {
    int tuple = type.paramIndex("tuple");
    int address = type.paramIndex("addr");
    int known = tuple >= 0 && length(tuple) > 0 ? tuple : address;
    if (known < 0 || length(known) == 0) {
      return false;
    }
    number = LittleEndian.u8(buffer, bounds[known]);
    return true;
  }

  private boolean path(int param) {
    int at = bounds[Math.min(param, MOST_PARAMS)];
    int end = at;
    while (end < at + length(param) && buffer[end] != 0) {
      end++;
    }
    if (end == at || end - at > Filter.MAX_PATH || buffer[at] != '/' || buffer[end - 1] == '/') {
      return false;
    }
    for (int i = at; i + 1 < end; i++) {
      boolean follows = buffer[i] == '/' || buffer[i] == '.';
      if (follows && (buffer[i + 1] == '.' || (buffer[i] == '/' && buffer[i + 1] == '/'))) {
        return false;
      }
    }
    text.wrap(buffer, at, end - at);
    return true;
  }
}
