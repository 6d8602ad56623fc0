package io.falcoj.runtime.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the single-letter changes between two names, for "did you mean". */
public final class EditDistance {
  private EditDistance() {}

  /** The known name that {@code name} was probably meant to be, or null when none is near. */
  public static @Nullable String nearest(String name, Collection<String> known) {
    List<String> near = near(name, known);
    return near.isEmpty() ? null : near.get(0);
  }

  /** Known names that look like {@code name}, nearest first, equally near ones by alphabet. */
  static List<String> near(String name, Collection<String> known) {
    int most = name.length() < 5 ? 1 : Math.max(2, name.length() / 4);
    return known.stream()
        .filter(k -> Math.abs(k.length() - name.length()) <= most && between(k, name) <= most)
        .sorted(
            Comparator.comparingInt((String k) -> between(k, name))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  static int between(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
