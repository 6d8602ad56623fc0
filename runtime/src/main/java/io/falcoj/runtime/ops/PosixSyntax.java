package io.falcoj.runtime.ops;

/**
 * Bridges RE2's POSIX syntax, in which rules are written, and the Perl syntax that RE2/J reads:
 * refuses what only the latter knows, and spells out repetitions of repetitions, which mean a lazy
 * repetition there.
 */
final class PosixSyntax {
  private PosixSyntax() {}

  static void check(String expression) {
    boolean inSet = false;
    int setStart = -1;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      if (c == '\\') {
        i = checkEscape(expression, i);
      } else if (inSet) {
        if (c == '[' && i + 1 < expression.length() && expression.charAt(i + 1) == ':') {
          int end = expression.indexOf(":]", i + 2);
          i = end < 0 ? i : end + 1;
        } else if (c == ']' && i > setStart) {
          inSet = false;
        }
      } else if (c == '[') {
        inSet = true;
        setStart = i + 1;
        if (setStart < expression.length() && expression.charAt(setStart) == '^') {
          i++;
          setStart++;
        }
      } else if (c == '(' && i + 1 < expression.length() && expression.charAt(i + 1) == '?') {
        throw new IllegalArgumentException(
            "no argument for repetition operator: ? (groups of the form (?...) are not available)");
      }
    }
  }

  private static int checkEscape(String expression, int at) {
    if (at + 1 >= expression.length()) {
      throw new IllegalArgumentException("trailing \\");
    }
    char next = expression.charAt(at + 1);
    boolean letter = next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z';
    if (letter && "afnrtvx".indexOf(next) < 0) {
      throw new IllegalArgumentException("invalid escape sequence: \\" + next);
    }
    return at + 1;
  }

  /** The same expression in Perl syntax. */
  static String translate(String expression) {
    StringBuilder out = new StringBuilder();
    int atomStart = -1;
    boolean repeated = false;
    int[] groups = new int[expression.length() + 1];
    int depth = 0;
    for (int i = 0; i < expression.length(); ) {
      char c = expression.charAt(i);
      int end = repetitionEnd(expression, i);
      if (end > i && atomStart >= 0) {
        if (repeated) {
          out.insert(atomStart, "(?:").append(')');
        }
        out.append(expression, i, end);
        repeated = true;
        i = end;
        continue;
      }
      repeated = false;
      if (c == '(') {
        groups[depth++] = out.length();
        atomStart = -1;
        out.append(c);
        i++;
      } else if (c == ')') {
        atomStart = depth > 0 ? groups[--depth] : -1;
        out.append(c);
        i++;
      } else if (c == '|') {
        atomStart = -1;
        out.append(c);
        i++;
      } else {
        atomStart = out.length();
        int next = atomEnd(expression, i);
        out.append(expression, i, next);
        i = next;
      }
    }
    return out.toString();
  }

  private static int repetitionEnd(String text, int at) {
    char c = text.charAt(at);
    if (c == '*' || c == '+' || c == '?') {
      return at + 1;
    }
    if (c == '{') {
      int i = at + 1;
      while (i < text.length() && (Character.isDigit(text.charAt(i)) || text.charAt(i) == ',')) {
        i++;
      }
      if (i > at + 1 && i < text.length() && text.charAt(i) == '}' && text.charAt(at + 1) != ',') {
        return i + 1;
      }
    }
    return at;
  }

  private static int atomEnd(String text, int at) {
    char c = text.charAt(at);
    if (c == '\\') {
      return escapeEnd(text, at);
    }
    if (c != '[') {
      return Math.min(text.length(), at + Character.charCount(text.codePointAt(at)));
    }
    int i = at + 1;
    if (i < text.length() && text.charAt(i) == '^') {
      i++;
    }
    if (i < text.length() && text.charAt(i) == ']') {
      i++;
    }
    while (i < text.length() && text.charAt(i) != ']') {
      if (text.startsWith("[:", i) && text.indexOf(":]", i) > 0) {
        i = text.indexOf(":]", i) + 2;
      } else {
        i += text.charAt(i) == '\\' ? 2 : 1;
      }
    }
    return Math.min(text.length(), i + 1);
  }

  private static int escapeEnd(String text, int at) {
    int i = at + 2;
    if (at + 1 < text.length() && text.charAt(at + 1) == 'x') {
      if (i < text.length() && text.charAt(i) == '{') {
        int close = text.indexOf('}', i);
        return close < 0 ? text.length() : close + 1;
      }
      i += 2;
    }
    return Math.min(text.length(), i);
  }
}
