package io.falcoj.agent.cli;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The counts that a run prints at its end. */
record AlertSummary(int total, Map<String, Integer> levels, Map<String, Integer> rules) {
  static AlertSummary of(String text) {
    int total = 0;
    Map<String, Integer> levels = new TreeMap<>();
    Map<String, Integer> rules = new TreeMap<>();
    Map<String, Integer> part = levels;
    for (String line : text.lines().toList()) {
      if (line.startsWith("Events detected: ")) {
        total = Integer.parseInt(line.substring("Events detected: ".length()));
      } else if (line.startsWith("Triggered rules")) {
        part = rules;
      } else if (line.startsWith("   ") && line.lastIndexOf(": ") > 0) {
        int colon = line.lastIndexOf(": ");
        if (line.substring(colon + 2).matches("[0-9]+")) {
          part.put(line.substring(3, colon), Integer.parseInt(line.substring(colon + 2)));
        }
      }
    }
    return new AlertSummary(total, levels, rules);
  }

  /**
   * True for a level with alerts; upstream's names are longer or shorter than its own summary's.
   */
  boolean hasLevel(String level) {
    String wanted = level.toUpperCase(Locale.ROOT);
    return levels.keySet().stream().anyMatch(l -> l.startsWith(wanted) || wanted.startsWith(l));
  }
}
