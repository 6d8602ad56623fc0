package io.falcoj.runtime.match;

import java.util.List;
import java.util.Locale;

/** The order of priorities, gravest first. */
public final class Priorities {
  private static final List<String> ORDER =
      List.of(
          "Emergency", "Alert", "Critical", "Error", "Warning", "Notice", "Informational", "Debug");

  private Priorities() {}

  /** All, gravest first, spelled as alerts show them. */
  public static List<String> all() {
    return ORDER;
  }

  /**
   * Place in the order, 0 for the gravest; -1 for a text that is no priority.
   *
   * @param name in any case; {@code info} is informational
   */
  public static int rank(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("info")) {
      lower = "informational";
    }
    for (int i = 0; i < ORDER.size(); i++) {
      if (ORDER.get(i).toLowerCase(Locale.ROOT).equals(lower)) {
        return i;
      }
    }
    return -1;
  }
}
