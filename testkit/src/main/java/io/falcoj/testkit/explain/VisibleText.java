package io.falcoj.testkit.explain;

/** Texts of events on one line: what terminals obey is written as an escape. */
public final class VisibleText {
  private VisibleText() {}

  /** The text, or its beginning when it is longer than that. */
  public static String of(String text, int most) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length() && shown.length() < most; i++) {
      shown.append(of(text.charAt(i)));
    }
    return shown.length() >= most ? shown.substring(0, most - 3) + "..." : shown.toString();
  }

  static String of(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> isObeyed(c) ? String.format("\\u%04x", (int) c) : String.valueOf(c);
    };
  }

  /** Controls, line ends of other scripts, and what turns the direction of a text. */
  private static boolean isObeyed(char c) {
    return Character.isISOControl(c)
        || (c >= '\u2028' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
