package io.falcoj.runtime.schema.names;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the single-letter changes between two names, for "did you mean"; two neighbours that are
 * exchanged are one change.
 */
public final class EditDistance {
  private EditDistance() {}

  /** The known name that {@code name} was probably meant to be, or null when none is near. */
  public static @Nullable String nearest(String name, Collection<String> known) {
    List<String> near = near(name, known);
    return near.isEmpty() ? null : near.get(0);
  }

  /** The question that goes with it. */
  public static String didYouMean(String nearest) {
    return "did you mean `" + nearest + "`?";
  }

  /** Known names that look like {@code name}, nearest first, equally near ones by alphabet. */
  public static List<String> near(String name, Collection<String> known) {
    int most = name.length() < 5 ? name.length() / 2 : Math.max(2, name.length() / 4);
    return known.stream()
        .filter(k -> Math.abs(k.length() - name.length()) <= most && between(k, name) <= most)
        .sorted(
            Comparator.comparingInt((String k) -> between(k, name))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  static int between(String left, String right) {
    int[] before = new int[right.length() + 1];
    int[] above = new int[right.length() + 1];
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] oldest = before;
      before = above;
      above = row;
      row = oldest;
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        row[j] = Math.min(above[j - 1] + (same ? 0 : 1), Math.min(above[j], row[j - 1]) + 1);
        if (j > 1 && i > 1 && areExchanged(left, i, right, j)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
    }
    return row[right.length()];
  }

  private static boolean areExchanged(String left, int i, String right, int j) {
    return left.charAt(i - 1) == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
  }
}
