package io.falcoj.runtime.fidelity;

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

  /** Differences for which no known fault of the recording engine stands. */
  long unexplained;

  private final Map<String, Integer> differences = new HashMap<>();
  private final Map<KnownFault, Long> faults = new HashMap<>();

  FieldTally(String field) {
    this.field = field;
  }

  /**
   * Counts one value.
   *
   * @param fault what explains a difference, or null for nothing
   */
  void compare(
      String where,
      @Nullable Object expected,
      @Nullable Object actual,
      @Nullable KnownFault fault) {
    compared++;
    present += expected != null ? 1 : 0;
    if (Objects.equals(expected, actual)) {
      return;
    }
    differing++;
    if (fault == null) {
      unexplained++;
    } else {
      faults.merge(fault, 1L, Long::sum);
    }
    if (differences.size() < KINDS_KEPT) {
      differences.merge(
          (fault == null ? "" : fault + " ")
              + where
              + ": expected "
              + quoted(expected)
              + " was "
              + quoted(actual),
          1,
          Integer::sum);
    }
  }

  /** Faults that explain differences, with how many each. */
  Map<KnownFault, Long> faults() {
    return faults;
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
