package io.falcoj.probe.capture;

import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.runtime.schema.names.SyscallTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An event that the probe sent.
 *
 * @param name as {@code evt.type} shows it
 * @param values bytes of the parameters
 */
record Seen(EventType type, String name, long tid, long time, boolean cut, List<byte[]> values) {
  static Seen of(RawEvent raw) {
    byte[] bytes = raw.buffer();
    int at = raw.offset();
    EventType type = EventTable.standard().byCode(EventHeader.type(bytes, at));
    if (type == null || EventHeader.paramCount(bytes, at) != type.params().size()) {
      throw new AssertionError("event of type " + EventHeader.type(bytes, at));
    }
    int count = type.params().size();
    int from = at + EventHeader.LENGTH + 2 * count;
    List<byte[]> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = LittleEndian.u16(bytes, at + EventHeader.LENGTH + 2 * i);
      values.add(Arrays.copyOfRange(bytes, from, from + length));
      checkSize(type, type.params().get(i), length);
      from += length;
    }
    if (from - at != raw.length() || raw.length() != EventHeader.eventLength(bytes, at)) {
      throw new AssertionError(type.id() + " is as long as its parts");
    }
    return new Seen(
        type,
        type.id().equals("GENERIC_X")
            ? String.valueOf(SyscallTable.standard().name(LittleEndian.u16(values.get(0), 0)))
            : type.name(),
        EventHeader.tid(bytes, at),
        EventHeader.timestamp(bytes, at),
        raw.cut(),
        values);
  }

  private static void checkSize(EventType type, ParamDef param, int length) {
    boolean variable = param.type().size() < 0 || param.type() == FieldType.BOOL;
    if (!variable && length != 0 && length != param.type().size()) {
      throw new AssertionError(type.id() + " " + param.name() + " has " + length + " bytes");
    }
  }

  /** Bytes of a parameter. */
  byte[] bytes(String param) {
    int index = type.paramIndex(param);
    if (index < 0) {
      throw new AssertionError(type.id() + " has no " + param);
    }
    return values.get(index);
  }

  /** Text of a parameter, without the NUL behind it; further ones are shown as blanks. */
  String text(String param) {
    String text = new String(bytes(param), StandardCharsets.UTF_8);
    return (text.endsWith("\0") ? text.substring(0, text.length() - 1) : text).replace('\0', ' ');
  }

  /** A number of any width, signed. */
  long number(String param) {
    byte[] bytes = bytes(param);
    long value = 0;
    for (int i = 0; i < bytes.length; i++) {
      value |= (bytes[i] & 0xFFL) << 8 * i;
    }
    int unused = 64 - 8 * bytes.length;
    return bytes.length == 0 ? 0 : value << unused >> unused;
  }

  boolean has(String param) {
    return bytes(param).length > 0;
  }

  /** Return value. */
  long res() {
    return number(type.params().get(0).name());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name).append('(').append(tid).append(')');
    for (ParamDef param : type.params()) {
      boolean number = param.type().isNumeric() || param.type().size() == 4;
      text.append(' ').append(param.name()).append('=');
      text.append(number ? String.valueOf(number(param.name())) : text(param.name()));
    }
    return text.toString();
  }
}
