package io.falcoj.compiler.interp;

import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.ValueList;
import org.jspecify.annotations.Nullable;

/**
 * What a load yields when it is present: one of number, text and list.
 *
 * @param number without meaning unless the two others are null
 */
record LoadedValue(long number, @Nullable ByteSlice text, @Nullable ValueList list) {
  static LoadedValue of(long number) {
    return new LoadedValue(number, null, null);
  }

  static @Nullable LoadedValue of(@Nullable ByteSlice text) {
    return text == null ? null : new LoadedValue(0, text, null);
  }

  static @Nullable LoadedValue of(@Nullable ValueList list) {
    return list == null ? null : new LoadedValue(0, null, list);
  }

  /** The text; a load of this kind was asked for. */
  ByteSlice asText() {
    if (text == null) {
      throw new IllegalStateException("not a text");
    }
    return text;
  }

  /** The list; a load of this kind was asked for. */
  ValueList asList() {
    if (list == null) {
      throw new IllegalStateException("not a list");
    }
    return list;
  }

  /** The element of a list as a value by itself. */
  LoadedValue element(int index, boolean numeric) {
    ValueList elements = asList();
    return numeric ? of(elements.number(index)) : new LoadedValue(0, elements.slice(index), null);
  }
}
