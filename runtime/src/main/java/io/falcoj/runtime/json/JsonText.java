package io.falcoj.runtime.json;

import io.falcoj.runtime.value.ByteScan;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;

/** Texts of JSON values: strings without their escapes, and values written again. */
public final class JsonText {
  private JsonText() {}

  /** Compares a string of a document, as it stands between its quotes, with a plain text. */
  public static boolean equal(byte[] bytes, int start, int end, ByteSlice plain) {
    if (!escaped(bytes, start, end)) {
      return plain.contentEquals(bytes, start, end - start);
    }
    TextBuilder unescaped = new TextBuilder().begin();
    unescape(bytes, start, end, unescaped);
    return unescaped.finish(new ByteSlice()).contentEquals(plain);
  }

  /**
   * True when a string of a document holds an escape. The quote behind it has to be there; {@link
   * JsonScanner#SLACK} applies.
   */
  public static boolean escaped(byte[] bytes, int start, int end) {
    return ByteScan.endOfPlainJson(bytes, start) < end;
  }

  /** Appends a string that stands between its quotes, escapes resolved. */
  public static void unescape(byte[] bytes, int start, int end, TextBuilder target) {
    int at = start;
    while (at < end) {
      byte b = bytes[at++];
      if (b != '\\' || at == end) {
        target.append(b);
        continue;
      }
      byte escape = bytes[at++];
      switch (escape) {
        case 'b' -> target.append('\b');
        case 'f' -> target.append('\f');
        case 'n' -> target.append('\n');
        case 'r' -> target.append('\r');
        case 't' -> target.append('\t');
        case 'u' -> at = unicode(bytes, at, end, target);
        default -> target.append(escape);
      }
    }
  }

  /**
   * Appends the character of the digits at {@code at}, with those of a second surrogate. A
   * surrogate that stands alone stays as written, as the JSON library of Falco's plugins leaves it.
   */
  private static int unicode(byte[] bytes, int at, int end, TextBuilder target) {
    int unit = hex(bytes, at, end);
    if (unit < 0) {
      target.append('\\').append('u');
      return at;
    }
    int behind = at + 4;
    if (!Character.isSurrogate((char) unit)) {
      utf8(unit, target);
      return behind;
    }
    boolean two = behind + 1 < end && bytes[behind] == '\\' && bytes[behind + 1] == 'u';
    int second = two ? hex(bytes, behind + 2, end) : -1;
    if (second < 0) {
      target.append('\\').append('u').append(bytes, at, 4);
      return behind;
    }
    boolean pair = Character.isSurrogatePair((char) unit, (char) second);
    utf8(pair ? Character.toCodePoint((char) unit, (char) second) : 0xFFFD, target);
    return behind + 6;
  }

  private static int hex(byte[] bytes, int at, int end) {
    if (at + 4 > end) {
      return -1;
    }
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static void utf8(int codePoint, TextBuilder target) {
    if (codePoint < 0x80) {
      target.append((byte) codePoint);
    } else if (codePoint < 0x800) {
      target.append((byte) (0xC0 | codePoint >> 6));
      target.append((byte) (0x80 | codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
      target.append((byte) (0xE0 | codePoint >> 12));
      target.append((byte) (0x80 | codePoint >> 6 & 0x3F));
      target.append((byte) (0x80 | codePoint & 0x3F));
    } else {
      target.append((byte) (0xF0 | codePoint >> 18));
      target.append((byte) (0x80 | codePoint >> 12 & 0x3F));
      target.append((byte) (0x80 | codePoint >> 6 & 0x3F));
      target.append((byte) (0x80 | codePoint & 0x3F));
    }
  }

  /** Appends the value without the blanks between its tokens; everything else stays as written. */
  public static void compact(byte[] bytes, int start, int end, TextBuilder target) {
    int from = start;
    int at = start;
    while (at < end) {
      byte b = bytes[at];
      if (b == '"') {
        at = stringEnd(bytes, at, end);
      } else if (isBlank(b)) {
        target.append(bytes, from, at - from);
        at++;
        from = at;
      } else {
        at++;
      }
    }
    target.append(bytes, from, end - from);
  }

  /** Number of bytes that {@link #compact} would append. */
  public static int compactLength(byte[] bytes, int start, int end) {
    int blanks = 0;
    int at = start;
    while (at < end) {
      if (bytes[at] == '"') {
        at = stringEnd(bytes, at, end);
      } else {
        blanks += isBlank(bytes[at]) ? 1 : 0;
        at++;
      }
    }
    return end - start - blanks;
  }

  /** Appends the value over several lines, two blanks deeper for each level. */
  public static void indented(byte[] bytes, int start, int end, TextBuilder target) {
    int depth = 0;
    int at = start;
    boolean fresh = false;
    while (at < end) {
      byte b = bytes[at];
      if (isBlank(b)) {
        at++;
        continue;
      }
      boolean closes = b == '}' || b == ']';
      if (closes) {
        depth--;
      }
      if (fresh != closes) {
        line(depth, target);
      }
      fresh = false;
      int behind = b == '"' ? stringEnd(bytes, at, end) : at + 1;
      target.append(bytes, at, behind - at);
      at = behind;
      if (b == '{' || b == '[') {
        depth++;
        fresh = true;
      } else if (b == ',') {
        line(depth, target);
      } else if (b == ':') {
        target.append(' ');
      }
    }
  }

  private static void line(int depth, TextBuilder target) {
    target.append('\n');
    for (int i = 0; i < depth; i++) {
      target.append(' ').append(' ');
    }
  }

  private static int stringEnd(byte[] bytes, int quote, int end) {
    int at = quote + 1;
    while (at < end && bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, end);
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
