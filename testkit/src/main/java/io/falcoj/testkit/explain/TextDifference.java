package io.falcoj.testkit.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two texts below each other, with marks where they differ. */
final class TextDifference {
  /** Characters of a text that are shown; of a longer one those around the difference. */
  private static final int MOST = 160;

  private static final int BEFORE = 40;
  private static final String CUT = "...";

  /** Longer middles are marked as a whole. */
  private static final int MOST_ALIGNED = 1000;

  private TextDifference() {}

  /**
   * The texts, each with a line of marks when something of it is not in the other; without marks
   * when they have nothing in common.
   */
  static List<String> of(String expected, String got) {
    int same = commonStart(expected, got);
    int end = commonEnd(expected, got, same);
    boolean[] expectedMarks = new boolean[expected.length()];
    boolean[] gotMarks = new boolean[got.length()];
    mark(expected, got, same, end, expectedMarks, gotMarks);
    boolean all = isAll(expectedMarks) && isAll(gotMarks);
    int from = Math.max(expected.length(), got.length()) <= MOST ? 0 : Math.max(0, same - BEFORE);
    List<String> lines = new ArrayList<>();
    add("expected  ", expected, expectedMarks, from, all, lines);
    add("got       ", got, gotMarks, from, all, lines);
    return lines;
  }

  private static boolean isAll(boolean[] marks) {
    boolean all = true;
    for (boolean mark : marks) {
      all &= mark;
    }
    return all;
  }

  private static int commonStart(String a, String b) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }

  private static int commonEnd(String a, String b, int start) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) - start
        && a.charAt(a.length() - 1 - i) == b.charAt(b.length() - 1 - i)) {
      i++;
    }
    return i;
  }

  /** Marks what is not part of the longest text that both have in common. */
  private static void mark(
      String a, String b, int start, int end, boolean[] aMarks, boolean[] bMarks) {
    int aEnd = a.length() - end;
    int bEnd = b.length() - end;
    int rows = aEnd - start;
    int columns = bEnd - start;
    if ((long) rows * columns > (long) MOST_ALIGNED * MOST_ALIGNED) {
      Arrays.fill(aMarks, start, aEnd, true);
      Arrays.fill(bMarks, start, bEnd, true);
      return;
    }
    int[][] common = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        common[i][j] =
            a.charAt(start + i) == b.charAt(start + j)
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows || j < columns) {
      if (i < rows && j < columns && a.charAt(start + i) == b.charAt(start + j)) {
        i++;
        j++;
      } else if (j == columns || i < rows && common[i + 1][j] >= common[i][j + 1]) {
        aMarks[start + i++] = true;
      } else {
        bMarks[start + j++] = true;
      }
    }
  }

  private static void add(
      String name, String text, boolean[] marks, int from, boolean all, List<String> lines) {
    int to = Math.min(text.length(), from + MOST);
    StringBuilder shown = new StringBuilder(name);
    StringBuilder marked = new StringBuilder(" ".repeat(name.length()));
    if (from > 0) {
      shown.append(CUT);
      marked.append(" ".repeat(CUT.length()));
    }
    for (int i = Math.min(from, text.length()); i < to; i++) {
      String c = VisibleText.of(text.charAt(i));
      shown.append(c);
      marked.append((marks[i] ? "^" : " ").repeat(c.length()));
    }
    if (to < text.length()) {
      shown.append(CUT);
    }
    lines.add(shown.toString().stripTrailing());
    if (marked.indexOf("^") >= 0 && !all) {
      lines.add(marked.toString().stripTrailing());
    }
  }
}
