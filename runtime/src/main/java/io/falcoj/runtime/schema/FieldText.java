package io.falcoj.runtime.schema;

import org.jspecify.annotations.Nullable;

/**
 * A piece of an output text that may be a field: identifiers joined by dots, then perhaps an
 * argument in brackets.
 *
 * @param nameEnd offset behind the dotted name
 * @param end offset behind everything
 * @param argument without brackets and quotes, or null
 */
record FieldText(String text, int from, int nameEnd, int end, @Nullable String argument) {

  /** The longest candidate at {@code from}, or null when no identifier begins there. */
  static @Nullable FieldText at(String text, int from) {
    int at = from;
    int end = from;
    while (at < text.length() && letter(text.charAt(at))) {
      do {
        at++;
      } while (at < text.length() && (letter(text.charAt(at)) || tail(text.charAt(at))));
      end = at;
      while (at < text.length() && text.charAt(at) == '.') {
        at++;
      }
      if (at == end) {
        break;
      }
    }
    if (end == from) {
      return null;
    }
    FieldText bracketed = withArgument(text, from, end);
    return bracketed != null ? bracketed : new FieldText(text, from, end, end, null);
  }

  private static @Nullable FieldText withArgument(String text, int from, int nameEnd) {
    if (nameEnd + 1 >= text.length() || text.charAt(nameEnd) != '[') {
      return null;
    }
    char first = text.charAt(nameEnd + 1);
    boolean quoted = first == '"' || first == '\'';
    int begin = quoted ? nameEnd + 2 : nameEnd + 1;
    int at = begin;
    while (at < text.length() && (quoted ? text.charAt(at) != first : bare(text.charAt(at)))) {
      at++;
    }
    int close = quoted ? at + 1 : at;
    if (close >= text.length() || text.charAt(close) != ']' || at == begin && !quoted) {
      return null;
    }
    return new FieldText(text, from, nameEnd, close + 1, text.substring(begin, at));
  }

  /** The text as rules write it, without quotes. */
  String canonical() {
    String name = text.substring(from, nameEnd);
    return argument == null ? name : name + "[" + argument + "]";
  }

  /** The next shorter candidate, or null. */
  @Nullable FieldText shorter() {
    if (argument != null) {
      return new FieldText(text, from, nameEnd, nameEnd, null);
    }
    int shorterEnd = nameEnd - 1;
    while (shorterEnd > from && text.charAt(shorterEnd - 1) == '.') {
      shorterEnd--;
    }
    return shorterEnd > from ? new FieldText(text, from, shorterEnd, shorterEnd, null) : null;
  }

  private static boolean letter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean tail(char c) {
    return c >= '0' && c <= '9' || c == '_';
  }

  private static boolean bare(char c) {
    return c > ' ' && c != '[' && c != ']' && c != '"' && c != '\'';
  }
}
