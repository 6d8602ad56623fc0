package io.falcoj.compiler.explain.render;

import io.falcoj.compiler.interp.SeenValue;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts of events and rules on one line. */
final class Words {
  private static final String CUT = "...";

  private Words() {}

  /** The values that a check looked at, the left side first. */
  static String values(List<SeenValue> seen) {
    return seen.stream().map(v -> value(v.text())).collect(Collectors.joining(" | "));
  }

  /** A value; an absent one is told from every text. */
  static String value(@Nullable String text) {
    if (text == null) {
      return "<absent>";
    }
    boolean quoted = text.isEmpty() || text.equals("<absent>") || !text.equals(text.strip());
    return quoted ? '"' + printable(text) + '"' : printable(text);
  }

  /** Control characters as escapes. */
  private static String printable(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> shown.append("\\n");
        case '\r' -> shown.append("\\r");
        case '\t' -> shown.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            shown.append(String.format("\\x%02x", (int) c));
          } else {
            shown.append(c);
          }
        }
      }
    }
    return shown.toString();
  }

  /** The text's beginning when it is longer than that. */
  static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - CUT.length()) + CUT;
  }

  /** {@code 1 check}, {@code 2 checks}. */
  static String count(long count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }
}
