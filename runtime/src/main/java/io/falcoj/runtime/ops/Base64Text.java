package io.falcoj.runtime.ops;

import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import org.jspecify.annotations.Nullable;

/** Decodes base 64 without allocating. */
final class Base64Text {
  private Base64Text() {}

  static @Nullable ByteSlice decode(ByteSlice value, TextBuilder text, ByteSlice target) {
    int length = value.length();
    for (int i = 0; i < 2 && length > 0 && value.at(length - 1) == '='; i++) {
      length--;
    }
    if (length % 4 == 1 || length == 0 && !value.isEmpty()) {
      return null;
    }
    int bits = 0;
    int count = 0;
    for (int i = 0; i < length; i++) {
      int digit = digit(value.at(i));
      if (digit < 0) {
        return null;
      }
      bits = bits << 6 | digit;
      count += 6;
      if (count >= 8) {
        count -= 8;
        text.append((byte) (bits >>> count));
      }
    }
    // Bits that make no whole byte must be zero.
    return (bits & ((1 << count) - 1)) == 0 ? text.finish(target) : null;
  }

  private static int digit(byte c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == '+' ? 62 : c == '/' ? 63 : -1;
  }
}
