package io.falcoj.compiler.syntax.grammar;

import io.falcoj.runtime.value.ByteSlice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Literals in quotes: escapes to bytes (userspace/libsinsp/filter/escaping.cpp upstream). */
final class QuotedText {
  private static final Map<Character, Character> ESCAPES =
      Map.of(
          'b',
          '\b',
          'f',
          '\f',
          'n',
          '\n',
          'r',
          '\r',
          't',
          '\t',
          '\\',
          '\\',
          '/',
          '/',
          // The blank is lost, as upstream.
          ' ',
          '\\');

  private final String quoted;
  private final int offset;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private QuotedText(String quoted, int offset) {
    this.quoted = quoted;
    this.offset = offset;
  }

  /**
   * The bytes that a literal stands for.
   *
   * @param quoted with its quotes
   * @param offset of the opening quote in the condition, for the fault's place
   */
  static ByteSlice unescape(String quoted, int offset) throws SyntaxFault {
    return new QuotedText(quoted, offset).read();
  }

  private ByteSlice read() throws SyntaxFault {
    int end = quoted.length() - 1;
    int i = 1;
    while (i < end) {
      int next = quoted.indexOf('\\', i);
      int plainEnd = next < 0 || next >= end ? end : next;
      bytes.writeBytes(quoted.substring(i, plainEnd).getBytes(StandardCharsets.UTF_8));
      i = plainEnd == end ? end : escape(plainEnd, end);
    }
    return ByteSlice.of(bytes.toByteArray());
  }

  /** Reads one escape sequence; the index behind it. */
  private int escape(int backslash, int end) throws SyntaxFault {
    if (backslash + 1 >= end) {
      return end;
    }
    char c = quoted.charAt(backslash + 1);
    if (c == '"' || c == '\'') {
      if (c != quoted.charAt(0)) {
        char other = quoted.charAt(0);
        throw fault(backslash, 2, "invalid \\" + c + " escape in " + other + "-quoted string");
      }
      bytes.write(c);
    } else if (c == 'x') {
      return hex(backslash, end);
    } else {
      Character plain = ESCAPES.get(c);
      if (plain == null) {
        throw fault(backslash, 2, "unsupported string escape sequence: \\" + c);
      }
      bytes.write(plain);
    }
    return backslash + 2;
  }

  private int hex(int backslash, int end) throws SyntaxFault {
    int digits = backslash + 2;
    if (digits + 1 >= end) {
      throw fault(backslash, end - backslash, "truncated hex char escape sequence");
    }
    int high = Character.digit(quoted.charAt(digits), 16);
    int low = Character.digit(quoted.charAt(digits + 1), 16);
    if (high < 0 || low < 0) {
      String text = quoted.substring(digits, digits + 2);
      throw fault(backslash, 4, "invalid hex char escape sequence: " + text);
    }
    bytes.write(high << 4 | low);
    return digits + 2;
  }

  private SyntaxFault fault(int at, int length, String message) {
    int behind = offset + quoted.codePointCount(0, quoted.length());
    int start = offset + quoted.codePointCount(0, at);
    String hint = length == 2 ? "a backslash is written `\\\\`" : null;
    return new SyntaxFault(start, start + length, behind, message, hint);
  }
}
