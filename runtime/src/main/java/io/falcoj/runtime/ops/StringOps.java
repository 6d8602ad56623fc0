package io.falcoj.runtime.ops;

import io.falcoj.runtime.value.ByteSlice;
import java.util.Arrays;

/**
 * Comparisons of texts and buffers, byte by byte ({@code flt_compare_string} and {@code
 * flt_compare_buffer} in {@code userspace/libsinsp/filter_compare.cpp}).
 */
public final class StringOps {
  private StringOps() {}

  public static boolean equal(ByteSlice value, ByteSlice wanted) {
    return value.contentEquals(wanted);
  }

  /** Negative, zero or positive, by unsigned bytes. */
  public static int compare(ByteSlice value, ByteSlice other) {
    return value.compareTo(other);
  }

  public static boolean startsWith(ByteSlice value, ByteSlice prefix) {
    int length = prefix.length();
    return value.length() >= length && regionEquals(value, 0, prefix);
  }

  public static boolean endsWith(ByteSlice value, ByteSlice suffix) {
    int start = value.length() - suffix.length();
    return start >= 0 && regionEquals(value, start, suffix);
  }

  private static boolean regionEquals(ByteSlice value, int at, ByteSlice part) {
    int from = value.offset() + at;
    int last = part.length() - 1;
    // Most comparisons fail on the last byte: paths begin alike.
    return last < 0
        || value.array()[from + last] == part.at(last)
            && Arrays.equals(
                value.array(),
                from,
                from + last,
                part.array(),
                part.offset(),
                part.offset() + last);
  }

  /** True when {@code part} stands somewhere in {@code value}; an empty part always does. */
  public static boolean contains(ByteSlice value, ByteSlice part) {
    int length = part.length();
    if (length == 0) {
      return true;
    }
    byte[] array = value.array();
    byte first = part.at(0);
    int last = value.offset() + value.length() - length;
    for (int i = value.offset(); i <= last; i++) {
      if (array[i] == first && regionEquals(value, i - value.offset(), part)) {
        return true;
      }
    }
    return false;
  }

  /**
   * As {@link #contains}, the letters A to Z equal to a to z.
   *
   * @param part in lower case
   */
  public static boolean containsIgnoreCase(ByteSlice value, ByteSlice part) {
    int length = part.length();
    for (int i = 0; i <= value.length() - length; i++) {
      int j = 0;
      while (j < length && lower(value.at(i + j)) == part.at(j)) {
        j++;
      }
      if (j == length) {
        return true;
      }
    }
    return false;
  }

  static byte lower(byte c) {
    return c >= 'A' && c <= 'Z' ? (byte) (c + 32) : c;
  }

  static byte upper(byte c) {
    return c >= 'a' && c <= 'z' ? (byte) (c - 32) : c;
  }
}
