package io.falcoj.runtime.fields.render;

import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;

/**
 * Texts as Falco prints those of its own fields: U+FFFD stands for every control character. Fields
 * of plugins print as they are, and conditions see the bytes themselves.
 */
public final class PrintableText {
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private PrintableText() {}

  public static boolean isPrintable(ByteSlice text) {
    for (int i = 0; i < text.length(); i++) {
      if (isControl(text.at(i))) {
        return false;
      }
    }
    return true;
  }

  public static void append(ByteSlice text, TextBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      byte b = text.at(i);
      if (isControl(b)) {
        out.append(REPLACEMENT, 0, REPLACEMENT.length);
      } else {
        out.append(b);
      }
    }
  }

  private static boolean isControl(byte b) {
    return (b >= 0 && b < 0x20) || b == 0x7F;
  }
}
