package io.falcoj.compiler.explain.render;

import java.util.List;

/**
 * A line of a decision tree.
 *
 * @param marked whether it is a check that decided
 * @param result {@code true}, {@code false}, or empty
 * @param value what was seen; may be empty
 * @param place file and line; may be empty
 */
record Line(boolean marked, String result, int depth, String text, String value, String place) {
  private static final int WIDEST_HEAD = 70;

  /** A longer value pushes the rest of its line to the right. */
  private static final int WIDEST_VALUE = 36;

  /** What is deeper is not moved further to the right: its depth stands before it. */
  private static final int DEEPEST = 20;

  private static final String GAP = "  ";

  private String head() {
    String before = (marked ? "> " : "  ") + "%-5s".formatted(result) + GAP + indent();
    return before + Words.cut(text, Math.max(WIDEST_HEAD - before.length(), WIDEST_HEAD / 2));
  }

  private String indent() {
    return depth <= DEEPEST ? "  ".repeat(depth) : "  ".repeat(DEEPEST) + "(" + depth + ") ";
  }

  /** The lines in columns. */
  static String join(List<Line> lines) {
    int text = width(lines.stream().map(Line::head).toList(), WIDEST_HEAD);
    int value = width(lines.stream().map(Line::value).toList(), WIDEST_VALUE);
    StringBuilder out = new StringBuilder();
    for (Line line : lines) {
      String row = pad(line.head(), text) + GAP + pad(line.value, value) + GAP + line.place;
      out.append(row.stripTrailing()).append('\n');
    }
    return out.toString();
  }

  /** Rows of cells in columns, the first to the right. */
  static String columns(List<List<String>> rows) {
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(GAP);
      for (int i = 0; i < row.size(); i++) {
        int at = i;
        int width = rows.stream().mapToInt(r -> r.get(at).length()).max().orElse(0);
        String cell = row.get(i);
        line.append(i == 0 ? " ".repeat(width - cell.length()) + cell : pad(cell, width));
        line.append(GAP);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private static int width(List<String> cells, int widest) {
    return cells.stream().mapToInt(String::length).filter(n -> n <= widest).max().orElse(0);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
