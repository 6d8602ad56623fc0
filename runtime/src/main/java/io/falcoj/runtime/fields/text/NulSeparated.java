package io.falcoj.runtime.fields.text;

import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/** Texts with a NUL between them: arguments, environment, control groups. No byte is no text. */
public final class NulSeparated {
  private NulSeparated() {}

  public static int count(ByteSlice texts) {
    if (texts.isEmpty()) {
      return 0;
    }
    int count = 1;
    for (int at = texts.indexOf((byte) 0, 0); at >= 0; at = texts.indexOf((byte) 0, at + 1)) {
      count++;
    }
    return count;
  }

  /** Offset behind the text that begins at {@code start}. */
  static int end(ByteSlice texts, int start) {
    int end = texts.indexOf((byte) 0, start);
    return end < 0 ? texts.length() : end;
  }

  /** Points {@code target} at one of the texts; null when there are not so many. */
  public static @Nullable ByteSlice get(ByteSlice texts, int index, ByteSlice target) {
    if (texts.isEmpty() || index < 0) {
      return null;
    }
    int start = 0;
    for (int i = 0; i < index; i++) {
      start = end(texts, start) + 1;
      if (start > texts.length()) {
        return null;
      }
    }
    return part(texts, start, end(texts, start), target);
  }

  /** Points {@code target} at the bytes from {@code start} to {@code end}. */
  static ByteSlice part(ByteSlice texts, int start, int end, ByteSlice target) {
    return target.wrap(texts.array(), texts.offset() + start, end - start);
  }
}
