package io.falcoj.compiler.format;

import io.falcoj.compiler.format.Tree.Scalar;
import io.falcoj.compiler.source.ScalarStyle;

/** Scalars as they are written, their further lines indented anew. */
final class ScalarPrinter {
  private static final String BLANKS = " \t";

  private ScalarPrinter() {}

  /**
   * Prints a scalar.
   *
   * @param column of its lines behind the first
   */
  static void print(Scalar scalar, int column, Layout out) {
    if (!scalar.properties().isEmpty()) {
      out.add(scalar.properties()).add(scalar.raw().isEmpty() ? "" : " ");
    }
    BlockText block = scalar.block();
    if (block != null) {
      header(block, out);
      block.lines().forEach(line -> line(line, column, out));
      int last = block.lines().size() - 1;
      out.add(last >= 0 && block.lines().get(last).isEmpty() ? "\n" : "");
    } else {
      flow(scalar, column, out);
    }
  }

  private static void header(BlockText block, Layout out) {
    String first = block.lines().stream().filter(line -> !line.isEmpty()).findFirst().orElse("");
    boolean blank = !first.isEmpty() && BLANKS.indexOf(first.charAt(0)) >= 0;
    out.add(String.valueOf(block.indicator()))
        .add(blank ? String.valueOf(Layout.STEP) : "")
        .add(block.chomping())
        .add(block.comment().isEmpty() ? "" : "  " + block.comment());
  }

  private static void flow(Scalar scalar, int column, Layout out) {
    String[] lines = scalar.raw().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = i == 0 ? lines[i] : withoutStart(lines[i]);
      if (i < lines.length - 1) {
        line = withoutEnd(line, scalar.style() == ScalarStyle.DOUBLE_QUOTED);
      }
      if (i == 0) {
        out.add(line);
      } else {
        line(line, column, out);
      }
    }
  }

  private static void line(String line, int column, Layout out) {
    out.add("\n").add(line.isEmpty() ? "" : " ".repeat(column)).add(line);
  }

  private static String withoutStart(String line) {
    int from = 0;
    while (from < line.length() && BLANKS.indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    return line.substring(from);
  }

  private static String withoutEnd(String line, boolean escapes) {
    int to = line.length();
    while (to > 0 && BLANKS.indexOf(line.charAt(to - 1)) >= 0) {
      to--;
    }
    // Behind a backslash a blank is text.
    boolean escaped = escapes && to > 0 && line.charAt(to - 1) == '\\';
    return escaped ? line : line.substring(0, to);
  }
}
