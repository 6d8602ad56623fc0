package io.falcoj.runtime.state.current;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.value.ByteSlice;

/** Reads parameters as the state wants them: absent numbers are 0, absent texts {@code <NA>}. */
public final class Params {
  public static final ByteSlice UNKNOWN = ByteSlice.of("<NA>");
  private static final ByteSlice OLD_NULL = ByteSlice.of("(NULL)");

  private Params() {}

  /** The number, zero-extended; 0 when absent. */
  public static long number(Event event, int index) {
    return event.unsigned(index);
  }

  /** What the call returned: the first parameter. */
  public static long result(Event event) {
    return number(event, 0);
  }

  /** The text, as a view or as {@link #UNKNOWN}. */
  public static ByteSlice text(Event event, int index, ByteSlice target) {
    ByteSlice text = event.text(index, target);
    return text == null || text.contentEquals(OLD_NULL) ? UNKNOWN : text;
  }

  /** The text to keep: {@code before} itself where nothing changed. */
  public static ByteSlice keep(Event event, int index, ByteSlice before, ByteSlice scratch) {
    return keep(text(event, index, scratch), before);
  }

  public static ByteSlice keep(ByteSlice text, ByteSlice before) {
    return text.contentEquals(before) ? before : text == UNKNOWN ? text : text.copy();
  }

  /** NUL-separated items without the last NUL, to keep. */
  public static ByteSlice keepItems(Event event, int index, ByteSlice before, ByteSlice scratch) {
    ByteSlice items = event.bytes(index, scratch);
    return items == null ? ByteSlice.EMPTY : keep(trimmed(items), before);
  }

  /** Without the NUL at the end. */
  public static ByteSlice trimmed(ByteSlice items) {
    int length = items.length();
    return length > 0 && items.at(length - 1) == 0
        ? ByteSlice.of(items.array(), items.offset(), length - 1)
        : items;
  }
}
