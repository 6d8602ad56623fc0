package io.falcoj.runtime.source.scap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Bytes as they are written for people: {@code 1f2e} bytes, {@code 3:5} the number 5 in 3 bytes,
 * {@code 'text} the bytes of a text, {@code "text} the same behind its length in 2 bytes; {@code
 * \0} is a zero, {@code _} a blank. Numbers are little endian, also negative ones.
 */
final class LayoutText {
  private LayoutText() {}

  static byte[] bytes(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String word : text.strip().split("\\s+")) {
      if (!word.isEmpty()) {
        put(word, out);
      }
    }
    return out.toByteArray();
  }

  private static void put(String word, ByteArrayOutputStream out) {
    int colon = word.indexOf(':');
    if (word.startsWith("'")) {
      out.writeBytes(text(word));
    } else if (word.startsWith("\"")) {
      byte[] bytes = text(word);
      out.writeBytes(number(2, bytes.length));
      out.writeBytes(bytes);
    } else if (colon > 0) {
      int size = Integer.parseInt(word.substring(0, colon));
      out.writeBytes(number(size, Long.decode(word.substring(colon + 1))));
    } else {
      out.writeBytes(HexFormat.of().parseHex(word));
    }
  }

  private static byte[] text(String word) {
    String text = word.substring(1).replace("\\0", "\0").replace('_', ' ');
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] number(int size, long value) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i < 8 ? value >>> (8 * i) : value < 0 ? -1 : 0);
    }
    return bytes;
  }
}
