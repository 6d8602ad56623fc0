package io.falcoj.runtime.ops;

import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.SlicePool;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.runtime.value.ValueList;
import org.jspecify.annotations.Nullable;

/**
 * Functions that conditions and outputs apply to fields. Null means absent, going in and coming
 * out. Results are built in {@code text} and handed out in {@code target}.
 */
public final class Transformers {
  private Transformers() {}

  public static @Nullable ByteSlice toLower(
      @Nullable ByteSlice value, TextBuilder text, ByteSlice target) {
    if (value == null) {
      return null;
    }
    for (int i = 0; i < value.length(); i++) {
      text.append(StringOps.lower(value.at(i)));
    }
    return text.finish(target);
  }

  public static @Nullable ByteSlice toUpper(
      @Nullable ByteSlice value, TextBuilder text, ByteSlice target) {
    if (value == null) {
      return null;
    }
    for (int i = 0; i < value.length(); i++) {
      text.append(StringOps.upper(value.at(i)));
    }
    return text.finish(target);
  }

  /** What stands behind the last slash; everything where there is none. */
  public static @Nullable ByteSlice basename(@Nullable ByteSlice value, ByteSlice target) {
    if (value == null) {
      return null;
    }
    int from = value.lastIndexOf((byte) '/') + 1;
    return target.wrap(value.array(), value.offset() + from, value.length() - from);
  }

  /** Decodes base 64, padded or not; absent when the text is not of that form. */
  public static @Nullable ByteSlice base64(
      @Nullable ByteSlice value, TextBuilder text, ByteSlice target) {
    return value == null ? null : Base64Text.decode(value, text, target);
  }

  /** Every element in lower case. */
  public static @Nullable ValueList toLower(
      @Nullable ValueList values, TextBuilder text, ValueList target, SlicePool slices) {
    if (values == null) {
      return null;
    }
    for (int i = 0; i < values.size(); i++) {
      ByteSlice result = toLower(values.slice(i), text.begin(), slices.slice());
      if (result == null) {
        return null;
      }
      target.add(result);
    }
    return target;
  }

  /** Every element in upper case. */
  public static @Nullable ValueList toUpper(
      @Nullable ValueList values, TextBuilder text, ValueList target, SlicePool slices) {
    if (values == null) {
      return null;
    }
    for (int i = 0; i < values.size(); i++) {
      ByteSlice result = toUpper(values.slice(i), text.begin(), slices.slice());
      if (result == null) {
        return null;
      }
      target.add(result);
    }
    return target;
  }

  /** Every element decoded; absent when one of them cannot be. */
  public static @Nullable ValueList base64(
      @Nullable ValueList values, TextBuilder text, ValueList target, SlicePool slices) {
    if (values == null) {
      return null;
    }
    for (int i = 0; i < values.size(); i++) {
      ByteSlice result = base64(values.slice(i), text.begin(), slices.slice());
      if (result == null) {
        return null;
      }
      target.add(result);
    }
    return target;
  }

  /** What stands behind the last slash of every element. */
  public static @Nullable ValueList basename(
      @Nullable ValueList values, TextBuilder text, ValueList target, SlicePool slices) {
    if (values == null) {
      return null;
    }
    for (int i = 0; i < values.size(); i++) {
      ByteSlice result = basename(values.slice(i), slices.slice());
      if (result == null) {
        return null;
      }
      target.add(result);
    }
    return target;
  }

  /** Bytes of a text. */
  public static long length(ByteSlice value) {
    return value.length();
  }

  /** Elements of a list. */
  public static long length(ValueList values) {
    return values.size();
  }

  /** The elements with the separator between them. */
  public static @Nullable ByteSlice join(
      @Nullable ByteSlice separator,
      @Nullable ValueList values,
      TextBuilder text,
      ByteSlice target) {
    if (separator == null || values == null) {
      return null;
    }
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        text.append(separator);
      }
      text.append(values.slice(i));
    }
    return text.finish(target);
  }

  /** The elements one after the other. */
  public static @Nullable ByteSlice concat(
      @Nullable ValueList values, TextBuilder text, ByteSlice target) {
    return join(ByteSlice.EMPTY, values, text, target);
  }
}
