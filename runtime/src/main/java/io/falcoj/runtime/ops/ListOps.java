package io.falcoj.runtime.ops;

import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.ValueList;
import org.jspecify.annotations.Nullable;

/** Lists as arguments of transformers and as right sides. */
public final class ListOps {
  private ListOps() {}

  /** Appends the value and gives the list back; null, for absent, when one of them is. */
  public static @Nullable ValueList append(@Nullable ValueList list, @Nullable ByteSlice value) {
    if (list == null || value == null) {
      return null;
    }
    list.add(value);
    return list;
  }

  /** Appends all values and gives the list back; null, for absent, when one of them is. */
  public static @Nullable ValueList appendAll(
      @Nullable ValueList list, @Nullable ValueList values) {
    if (list == null || values == null) {
      return null;
    }
    for (int i = 0; i < values.size(); i++) {
      list.add(values.slice(i));
    }
    return list;
  }

  public static boolean contains(ValueList list, ByteSlice value) {
    for (int i = 0; i < list.size(); i++) {
      if (list.slice(i).contentEquals(value)) {
        return true;
      }
    }
    return false;
  }

  public static boolean contains(ValueList list, long value) {
    for (int i = 0; i < list.size(); i++) {
      if (list.number(i) == value) {
        return true;
      }
    }
    return false;
  }
}
