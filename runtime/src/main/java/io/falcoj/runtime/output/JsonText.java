package io.falcoj.runtime.output;

import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;

/** JSON strings as Falco writes them. */
public final class JsonText {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private JsonText() {}

  /** Appends the inside of a JSON string; bad UTF-8 becomes U+FFFD. */
  public static void escape(ByteSlice text, TextBuilder out) {
    escape(text, out, false);
  }

  /** Appends a JSON string with its quotes. */
  public static void quote(ByteSlice text, TextBuilder out) {
    out.append('"');
    escape(text, out, false);
    out.append('"');
  }

  /** Appends a JSON string with its quotes. */
  public static void quote(String text, TextBuilder out) {
    quote(ByteSlice.of(text), out);
  }

  /** Appends the JSON string of a field's value. */
  public static void quoteValue(ByteSlice text, TextBuilder out) {
    out.append('"');
    escape(text, out, true);
    out.append('"');
  }

  private static void escape(ByteSlice text, TextBuilder out, boolean lenient) {
    byte[] bytes = text.array();
    int end = text.offset() + text.length();
    int at = text.offset();
    while (at < end) {
      byte c = bytes[at];
      if (c < 0) {
        at =
            lenient
                ? Utf8.appendLenient(bytes, at, end, out)
                : Utf8.appendStrict(bytes, at, end, out);
      } else {
        escape(c, out);
        at++;
      }
    }
  }

  private static void escape(byte c, TextBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < 0x20) {
          out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        } else {
          out.append(c);
        }
      }
    }
  }
}
