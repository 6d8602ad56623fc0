package io.falcoj.compiler.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a condition apart into words, brackets and commas. */
final class ConditionWords {
  enum Kind {
    WORD,
    OPEN,
    CLOSE,
    COMMA,
    END
  }

  /**
   * A word, a bracket or a comma.
   *
   * @param spaced whether blanks or line ends stand before it
   * @param broken whether line ends do
   */
  record Token(Kind kind, String text, boolean spaced, boolean broken) {}

  /** What a bracket that is not closed after so many characters begins is no selector. */
  private static final int LONGEST_SELECTOR = 1000;

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private ConditionWords(String text) {
    this.text = text;
  }

  /** The words, an END behind them; null for a text that cannot be broken into lines. */
  static @Nullable List<Token> of(String text) {
    ConditionWords words = new ConditionWords(text);
    return text.codePoints().allMatch(ConditionWords::isPrintable) && words.read()
        ? words.tokens
        : null;
  }

  /** What a block can hold as it is. */
  private static boolean isPrintable(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= ' ' && c < 0x7f)
        || (c >= 0xa0 && c < 0xd800 && c != 0x2028 && c != 0x2029)
        || (c >= 0xe000 && c < 0xfffe && c != 0xfeff)
        || c >= 0x10000;
  }

  private boolean read() {
    while (true) {
      int before = at;
      boolean broken = false;
      while (at < text.length() && isBlank(text.charAt(at))) {
        broken |= text.charAt(at++) == '\n';
      }
      int from = at;
      Kind kind = kind();
      if (kind == Kind.WORD && !word()) {
        return false;
      }
      at += kind == Kind.WORD || kind == Kind.END ? 0 : 1;
      tokens.add(new Token(kind, text.substring(from, at), from > before, broken));
      if (kind == Kind.END) {
        return true;
      }
    }
  }

  private Kind kind() {
    if (at == text.length()) {
      return Kind.END;
    }
    return switch (text.charAt(at)) {
      case '(' -> Kind.OPEN;
      case ')' -> Kind.CLOSE;
      case ',' -> Kind.COMMA;
      default -> Kind.WORD;
    };
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }

  private boolean word() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isBlank(c) || c == '(' || c == ')' || c == ',') {
        return true;
      }
      int end = c == '"' || c == '\'' ? quoted(at) : c == '[' ? selector(at) : at + 1;
      if (end < 0) {
        return false;
      }
      at = end;
    }
    return true;
  }

  /** The index behind a text in quotes; -1 when it does not end, or not on its line. */
  private int quoted(int start) {
    char quote = text.charAt(start);
    for (int i = start + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == quote && text.charAt(i - 1) != '\\') {
        return i + 1;
      }
    }
    return -1;
  }

  /**
   * The index behind {@code [...]}, or behind the bracket when nothing closes it; -1 when a line
   * ends between.
   */
  private int selector(int start) {
    int i = start + 1;
    int limit = Math.min(text.length(), start + LONGEST_SELECTOR);
    boolean broken = false;
    while (i < limit && text.charAt(i) != ']') {
      char c = text.charAt(i);
      int end = c == '"' || c == '\'' ? quoted(i) : i + 1;
      broken |= c == '\n';
      i = end < 0 ? limit : end;
    }
    if (i >= limit) {
      return start + 1;
    }
    return broken ? -1 : i + 1;
  }
}
