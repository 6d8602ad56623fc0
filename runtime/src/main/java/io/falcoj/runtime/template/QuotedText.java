package io.falcoj.runtime.template;

import org.jspecify.annotations.Nullable;

/**
 * A quoted text of the condition language. Upstream: {@code
 * userspace/libsinsp/filter/escaping.cpp}.
 *
 * @param text without quotes and escapes
 * @param end offset behind the closing quote
 * @param error what is wrong with it, or null
 */
record QuotedText(String text, int end, @Nullable String error) {
  /** Reads the text whose opening quote stands at {@code start}. */
  static QuotedText read(String input, int start) {
    char quote = input.charAt(start);
    StringBuilder out = new StringBuilder();
    int at = start + 1;
    while (at < input.length()) {
      char c = input.charAt(at);
      if (c == quote) {
        return new QuotedText(out.toString(), at + 1, null);
      }
      if (c != '\\') {
        out.append(c);
        at++;
        continue;
      }
      int used = escape(input, at + 1, quote, out);
      if (used == 0) {
        return failed(at, "unsupported string escape sequence");
      }
      at += 1 + used;
    }
    return failed(at, "a quoted text has no end");
  }

  /** Appends what the escape means; returns how many characters it took, 0 for a wrong one. */
  private static int escape(String input, int at, char quote, StringBuilder out) {
    if (at >= input.length()) {
      return 0;
    }
    char c = input.charAt(at);
    switch (c) {
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case ' ', '\\' -> out.append('\\');
      case '/' -> out.append('/');
      case '"', '\'' -> {
        if (c != quote) {
          return 0;
        }
        out.append(c);
      }
      case 'x' -> {
        int high = at + 2 < input.length() ? Character.digit(input.charAt(at + 1), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(input.charAt(at + 2), 16);
        if (low < 0) {
          return 0;
        }
        out.append((char) (high * 16 + low));
        return 3;
      }
      default -> {
        return 0;
      }
    }
    return 1;
  }

  private static QuotedText failed(int at, String error) {
    return new QuotedText("", at, error);
  }
}
