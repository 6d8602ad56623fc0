package io.falcoj.runtime.source.scap.convert;

import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.source.scap.convert.Conversion.Step;
import io.falcoj.runtime.source.scap.convert.KeptEnters.Kept;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the event that a row of the conversion table makes of another one. */
final class EventRewriter {
  /** Longest event that is converted. */
  static final int MAX_LENGTH = 64 * 1024;

  /** More than a row can name. */
  private static final int MAX_PARAMS = 64;

  private final KeptEnters enters;
  private final byte[] out = new byte[MAX_LENGTH];
  private final int[] oldOffsets = new int[MAX_PARAMS];
  private final int[] oldLengths = new int[MAX_PARAMS];
  private int lengthSize;
  private int param;
  private int cursor;

  EventRewriter(KeptEnters enters) {
    this.enters = enters;
  }

  /** Holds the written event from index 0 on. */
  byte[] buffer() {
    return out;
  }

  /** Writes the event; returns its length. */
  int rewrite(byte[] old, int event, Conversion row) throws ConversionException {
    int oldCount = locate(old, event);
    int kept = row.step() == Step.APPEND ? oldCount : 0;
    int count = kept + row.fills().size();
    lengthSize = row.result().lengthSize();
    param = 0;
    cursor = EventHeader.LENGTH + count * lengthSize;
    for (int i = 0; i < kept; i++) {
      put(old, oldOffsets[i], oldLengths[i]);
    }
    fill(old, event, oldCount, row.fills());
    EventHeader.write(
        out,
        0,
        EventHeader.timestamp(old, event),
        EventHeader.tid(old, event),
        cursor,
        row.result().code(),
        count);
    return cursor;
  }

  private void fill(byte[] old, int event, int oldCount, List<Fill> fills)
      throws ConversionException {
    Kept used = null;
    for (int i = 0; i < fills.size(); i++) {
      Fill fill = fills.get(i);
      switch (fill.origin()) {
        case OLD -> putOld(old, oldCount, fill);
        case ENTER, ENTER_OR_DEFAULT -> {
          Kept enter = enterOf(old, event, fill.index());
          putEnter(enter, fill);
          used = enter == null ? used : enter;
        }
        case ABSENT -> putLength(0);
        case DEFAULT -> putDefault(fill);
        case CONTAINER_JSON -> {
          byte[] json = ContainerJson.compose(old, oldOffsets, oldLengths);
          put(json, 0, Math.min(json.length, fill.longest(lengthSize)));
        }
      }
    }
    if (used != null) {
      enters.release(used);
    }
  }

  /** The kept enter event of this exit event's call, if it has that parameter. */
  private @Nullable Kept enterOf(byte[] exit, int event, int index) {
    Kept enter = enters.get(EventHeader.tid(exit, event));
    boolean fits =
        enter != null
            && enter.code() == EventHeader.type(exit, event) - 1
            && index < enter.paramCount();
    return fits ? enter : null;
  }

  private void putOld(byte[] old, int oldCount, Fill fill) throws ConversionException {
    if (fill.index() >= oldCount) {
      putLength(0);
      return;
    }
    put(
        old,
        oldOffsets[fill.index()],
        Math.min(oldLengths[fill.index()], fill.longest(lengthSize)));
  }

  private void putEnter(@Nullable Kept enter, Fill fill) throws ConversionException {
    if (enter != null) {
      int enterLengthSize = type(enter.code()).lengthSize();
      put(
          enter.bytes,
          enter.paramOffset(fill.index(), enterLengthSize),
          Math.min(enter.paramLength(fill.index(), enterLengthSize), fill.longest(lengthSize)));
    } else if (fill.origin() == Fill.Origin.ENTER) {
      putLength(0);
    } else {
      putDefault(fill);
    }
  }

  private void putDefault(Fill fill) throws ConversionException {
    int length = fill.defaultLength();
    reserve(length);
    Arrays.fill(out, cursor, cursor + length, fill.defaultByte());
    cursor += length;
    putLength(length);
  }

  private void put(byte[] from, int at, int length) throws ConversionException {
    reserve(length);
    System.arraycopy(from, at, out, cursor, length);
    cursor += length;
    putLength(length);
  }

  private void putLength(int length) {
    int at = EventHeader.LENGTH + lengthSize * param++;
    if (lengthSize == 2) {
      LittleEndian.put16(out, at, length);
    } else {
      LittleEndian.put32(out, at, length);
    }
  }

  private void reserve(int length) throws ConversionException {
    if (length > out.length - cursor) {
      throw new ConversionException("event of an old form that grows beyond 64 KiB");
    }
  }

  /** Finds the old event's parameters; returns their number. */
  private int locate(byte[] old, int event) {
    int count = EventHeader.paramCount(old, event);
    int size = type(EventHeader.type(old, event)).lengthSize();
    int at = event + EventHeader.LENGTH + count * size;
    for (int i = 0; i < count; i++) {
      int lengthAt = event + EventHeader.LENGTH + i * size;
      oldOffsets[i] = at;
      oldLengths[i] = size == 2 ? LittleEndian.u16(old, lengthAt) : LittleEndian.i32(old, lengthAt);
      at += oldLengths[i];
    }
    return count;
  }

  private static EventType type(int code) {
    return Objects.requireNonNull(EventTable.standard().byCode(code));
  }
}
