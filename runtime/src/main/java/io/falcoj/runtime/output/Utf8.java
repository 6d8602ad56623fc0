package io.falcoj.runtime.output;

import io.falcoj.runtime.value.TextBuilder;

/** Repairs bytes that should be UTF-8, in the two ways that Falco's JSON libraries do. */
final class Utf8 {
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private Utf8() {}

  /**
   * Appends the character at {@code at}, or U+FFFD for the longest start of one that no character
   * begins with.
   *
   * @return offset behind what was used
   */
  static int appendStrict(byte[] bytes, int at, int end, TextBuilder out) {
    int length = sequence(bytes[at] & 0xFF);
    int used = 1;
    while (used < length && at + used < end && continues(bytes, at, used)) {
      used++;
    }
    if (length == 0 || used < length) {
      out.append(REPLACEMENT, 0, REPLACEMENT.length);
    } else {
      out.append(bytes, at, used);
    }
    return at + used;
  }

  /**
   * Appends the character at {@code at} without looking at the marks of the bytes that continue it,
   * as the library does that prints field values.
   *
   * @return offset behind what was used
   */
  static int appendLenient(byte[] bytes, int at, int end, TextBuilder out) {
    int first = bytes[at] & 0xFF;
    int more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF8 ? 3 : 0;
    if (more == 0 || end - at <= more) {
      out.append(REPLACEMENT, 0, REPLACEMENT.length);
      return at + 1;
    }
    int point = first & (0x3F >> more);
    for (int i = 1; i <= more; i++) {
      point = point << 6 | (bytes[at + i] & 0x3F);
    }
    int least = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
    if (point < least || (point >= 0xD800 && point <= 0xDFFF)) {
      out.append(REPLACEMENT, 0, REPLACEMENT.length);
    } else {
      append(point > 0x10FFFF ? 0x10000 + ((point - 0x10000) & 0xFFFFF) : point, out);
    }
    return at + 1 + more;
  }

  private static void append(int point, TextBuilder out) {
    if (point < 0x800) {
      out.append((byte) (0xC0 | point >> 6));
    } else {
      if (point < 0x10000) {
        out.append((byte) (0xE0 | point >> 12));
      } else {
        out.append((byte) (0xF0 | point >> 18));
        out.append((byte) (0x80 | (point >> 12 & 0x3F)));
      }
      out.append((byte) (0x80 | (point >> 6 & 0x3F)));
    }
    out.append((byte) (0x80 | (point & 0x3F)));
  }

  /** Bytes of the character that begins so; 0 when none does. */
  private static int sequence(int first) {
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xC2 || first > 0xF4) {
      return 0;
    }
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  }

  private static boolean continues(byte[] bytes, int at, int index) {
    int value = bytes[at + index] & 0xFF;
    int least = 0x80;
    int most = 0xBF;
    if (index == 1) {
      switch (bytes[at] & 0xFF) {
        case 0xE0 -> least = 0xA0;
        case 0xED -> most = 0x9F;
        case 0xF0 -> least = 0x90;
        case 0xF4 -> most = 0x8F;
        default -> {}
      }
    }
    return value >= least && value <= most;
  }
}
