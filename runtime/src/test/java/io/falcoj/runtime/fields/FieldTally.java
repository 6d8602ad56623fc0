package io.falcoj.runtime.fields;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How often a field's values agree with the expected ones, and how they differ. */
final class FieldTally {
  private static final int KINDS_KEPT = 2000;

  final String field;
  long compared;
  long present;
  long differing;
  private final Map<String, Integer> differences = new HashMap<>();

  FieldTally(String field) {
    this.field = field;
  }

  void compare(String where, @Nullable Object expected, @Nullable Object actual) {
    compared++;
    present += expected != null ? 1 : 0;
    if (Objects.equals(expected, actual)) {
      return;
    }
    differing++;
    if (differences.size() < KINDS_KEPT) {
      differences.merge(
          where + ": expected " + quoted(expected) + " was " + quoted(actual), 1, Integer::sum);
    }
  }

  private static String quoted(@Nullable Object value) {
    String text = value instanceof String ? "'" + value + "'" : String.valueOf(value);
    return text.length() > 160 ? text.substring(0, 160) + "..." : text;
  }

  /** The most frequent differences, one line each. */
  List<String> worst(int count) {
    List<Map.Entry<String, Integer>> entries = new ArrayList<>(differences.entrySet());
    entries.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    return entries.stream()
        .limit(count)
        .map(entry -> "    " + entry.getValue() + " x " + entry.getKey())
        .toList();
  }
}
