package io.falcoj.runtime.fields.render;

import io.falcoj.runtime.value.TextBuilder;

/** Bytes as text: printable ASCII as it is, a dot for anything else. */
public final class BufferText {
  private BufferText() {}

  public static void append(TextBuilder out, byte[] bytes, int at, int length) {
    for (int i = at; i < at + length; i++) {
      byte b = bytes[i];
      out.append(b >= ' ' && b < 0x7F ? b : (byte) '.');
    }
  }
}
