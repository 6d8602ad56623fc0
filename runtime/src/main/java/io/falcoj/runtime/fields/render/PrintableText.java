package io.falcoj.runtime.fields.render;

import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;

/**
 * Texts as Falco prints those of its own fields: U+FFFD stands for what is not printable UTF-8,
 * that is control characters, non-characters and broken sequences (the longest part that could
 * begin a character counts as one). Fields of plugins print as they are, and conditions see the
 * bytes themselves.
 */
public final class PrintableText {
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private PrintableText() {}

  public static void append(ByteSlice text, TextBuilder out) {
    byte[] bytes = text.array();
    int end = text.offset() + text.length();
    int at = text.offset();
    while (at < end) {
      int bad = firstBad(bytes, at, end);
      out.append(bytes, at, bad - at);
      at = bad;
      if (at < end) {
        out.append(REPLACEMENT, 0, REPLACEMENT.length);
        at -= sequence(bytes, at, end);
      }
    }
  }

  /** True when nothing in the text would be replaced. */
  public static boolean isPrintable(ByteSlice text) {
    int end = text.offset() + text.length();
    return firstBad(text.array(), text.offset(), end) == end;
  }

  private static int firstBad(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end) {
      byte b = bytes[at];
      if (b >= ' ' && b != 0x7F) {
        at++;
        continue;
      }
      int length = sequence(bytes, at, end);
      if (length < 0) {
        return at;
      }
      at += length;
    }
    return end;
  }

  /** Length of the printable character there; or, negated, of what has to be replaced. */
  private static int sequence(byte[] bytes, int at, int end) {
    int lead = bytes[at] & 0xFF;
    if (lead < 0x80) {
      return lead >= ' ' && lead != 0x7F ? 1 : -1;
    }
    int length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead <= 0xF4 ? 4 : 1;
    if (length == 1) {
      return -1;
    }
    int point = lead & (0x7F >> length);
    for (int i = 1; i < length; i++) {
      if (at + i >= end || !continues(lead, i, bytes[at + i] & 0xFF)) {
        return -i;
      }
      point = point << 6 | bytes[at + i] & 0x3F;
    }
    return isCharacter(point) ? length : -length;
  }

  /** Leaves out what would be an overlong form, a surrogate or beyond Unicode. */
  private static boolean continues(int lead, int index, int b) {
    int low = index > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int high = index > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return b >= low && b <= high;
  }

  private static boolean isCharacter(int point) {
    boolean control = point <= 0x9F;
    boolean nonCharacter = point >= 0xFDD0 && point <= 0xFDEF || (point & 0xFFFF) >= 0xFFFE;
    return !control && !nonCharacter;
  }
}
