package io.falcoj.compiler.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Conditions as {@link Conditions} writes them, taken apart. */
final class Parts {
  private static final String NOT = "not ";

  private Parts() {}

  /** As a replacement of {@link String#replaceAll}. */
  static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }

  /** Conditions with less in them, the smallest first. */
  static List<String> smaller(String condition) {
    List<String> found = new ArrayList<>();
    String inner = stripped(condition);
    if (inner.startsWith(NOT)) {
      String operand = inner.substring(NOT.length());
      found.add(stripped(operand));
      smaller(operand).forEach(o -> found.add(NOT + "(" + o + ")"));
      return found;
    }
    for (String joint : List.of(" or ", " and ")) {
      List<String> operands = split(inner, joint);
      if (operands.size() > 1) {
        operands.forEach(o -> found.add(stripped(o)));
        for (int i = 0; i < operands.size(); i++) {
          replace(operands, i, List.of(), joint, found);
        }
        for (int i = 0; i < operands.size(); i++) {
          for (String part : smaller(operands.get(i))) {
            replace(operands, i, List.of("(" + part + ")"), joint, found);
          }
        }
        return found;
      }
    }
    lists(inner, found);
    return found;
  }

  private static void replace(
      List<String> operands, int at, List<String> by, String joint, List<String> found) {
    List<String> rest = new ArrayList<>(operands);
    rest.remove(at);
    rest.addAll(at, by);
    found.add(String.join(joint, rest));
  }

  /** Fewer items in the list at the end of a check. */
  private static void lists(String check, List<String> found) {
    int open = check.indexOf(" (");
    if (!check.endsWith(")") || open < 0 || check.indexOf('(') != open + 1) {
      return;
    }
    List<String> items = split(check.substring(open + 2, check.length() - 1), ", ");
    if (items.size() > 1) {
      String head = check.substring(0, open + 2);
      items.forEach(item -> found.add(head + item + ")"));
      for (int i = 0; i < items.size(); i++) {
        List<String> rest = new ArrayList<>(items);
        rest.remove(i);
        found.add(head + String.join(", ", rest) + ")");
      }
    }
  }

  /** Without brackets around the whole. */
  private static String stripped(String text) {
    String inner = text;
    while (inner.startsWith("(") && end(inner, 0) == inner.length() - 1) {
      inner = inner.substring(1, inner.length() - 1);
    }
    return inner;
  }

  /** Parts between joints that stand in no brackets and quotes. */
  private static List<String> split(String text, String joint) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '"') {
        i = end(text, i);
      } else if (text.startsWith(joint, i)) {
        parts.add(text.substring(from, i));
        from = i + joint.length();
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** Where the bracket or quote that opens at {@code from} is closed. */
  private static int end(String text, int from) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      if (depth == 0 && !quoted) {
        return i;
      }
    }
    return text.length() - 1;
  }
}
