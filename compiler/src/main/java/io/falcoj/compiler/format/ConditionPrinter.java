package io.falcoj.compiler.format;

import io.falcoj.compiler.format.ConditionText.Brackets;
import io.falcoj.compiler.format.ConditionText.Group;
import io.falcoj.compiler.format.ConditionText.Item;
import io.falcoj.compiler.format.ConditionText.Items;
import io.falcoj.compiler.format.ConditionText.Operand;
import io.falcoj.compiler.format.ConditionText.Piece;
import io.falcoj.compiler.format.ConditionText.Word;
import io.falcoj.compiler.format.Tree.Scalar;
import io.falcoj.compiler.source.ScalarStyle;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lays out a condition. One that fits stays on its line; else, and where lines were begun in it,
 * each operand begins one, below the first of its group.
 */
final class ConditionPrinter {
  private final Layout out;
  private final Scalar scalar;
  private final @Nullable String comment;
  private boolean laidOut;

  /**
   * For one condition.
   *
   * @param comment what stands behind it
   */
  ConditionPrinter(Layout out, Scalar scalar, @Nullable String comment) {
    this.out = out;
    this.scalar = scalar;
    this.comment = comment;
  }

  /**
   * Prints it behind its key.
   *
   * @param column of its lines
   * @return the comment that is left to print, or null
   */
  @Nullable String print(int column) {
    Group group = scalar.properties().isEmpty() ? ConditionParser.parse(source()) : null;
    if (group == null) {
      out.add(scalar.isEmpty() ? "" : " ");
      ScalarPrinter.print(scalar, column, out);
      return comment;
    }
    laidOut = true;
    BlockText block = scalar.block();
    String line = group.broken() ? null : line(group);
    if (line != null) {
      out.add(" ").add(line);
      return comment;
    }
    String behind = block == null ? comment : block.comment();
    out.add(block == null ? " >" : " " + block.indicator() + block.chomping().replace("+", ""));
    out.add(behind == null || behind.isEmpty() ? "" : "  " + behind);
    out.indent(column);
    group(group, column, 0);
    return null;
  }

  /** Whether it was printed anew, and not as it stands in the file. */
  boolean laidOut() {
    return laidOut;
  }

  /** The text with the line ends of the file, which folding hides. */
  private String source() {
    if (scalar.block() != null) {
      return String.join("\n", scalar.block().lines());
    }
    return scalar.style() == ScalarStyle.PLAIN
        ? scalar.raw().lines().map(String::strip).collect(Collectors.joining("\n"))
        : scalar.value();
  }

  /** The text for one line, or null when it is no plain text or quoted one, or does not fit. */
  private @Nullable String line(Group group) {
    int room = Layout.WIDTH - out.column() - 1;
    if (scalar.block() != null) {
      return null;
    }
    if (scalar.style() == ScalarStyle.PLAIN) {
      String flat = group.room(room) >= 0 ? ConditionText.flat(group) : "";
      // A sign that a blank was put in front of would begin a comment.
      return flat.isEmpty() || flat.contains(" #") ? null : flat;
    }
    return scalar.isOneLine() && scalar.raw().length() <= room ? scalar.raw() : null;
  }

  /**
   * Prints a group whose first operand goes to {@code column}.
   *
   * @param tail how many characters have to follow it on its line
   */
  private void group(Group group, int column, int tail) {
    if (!group.broken() && group.room(Layout.WIDTH - column - tail) >= 0) {
      out.add(ConditionText.flat(group));
      return;
    }
    int last = group.operands().size() - 1;
    for (int i = 0; i <= last; i++) {
      if (i > 0) {
        out.indent(column);
      }
      operand(group.operands().get(i), column, i == last ? tail : 0);
    }
  }

  private void operand(Operand operand, int column, int tail) {
    List<Piece> pieces = operand.pieces();
    int[] tails = tails(pieces, tail);
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      out.add(piece.spaced() && i > 0 ? " " : "");
      if (piece instanceof Word word) {
        out.add(word.text());
      } else if (piece instanceof Brackets brackets) {
        out.add("(");
        group(brackets.group(), out.column(), tails[i] + 1);
        out.add(")");
      } else {
        items((Items) piece, column, tails[i]);
      }
    }
  }

  /** For each piece how much follows it on its line, up to a whole line. */
  private static int[] tails(List<Piece> pieces, int tail) {
    int[] tails = new int[pieces.size()];
    int left = Math.max(0, Layout.WIDTH - tail);
    for (int i = pieces.size() - 1; i >= 0; i--) {
      tails[i] = Layout.WIDTH - left;
      left = Math.max(0, pieces.get(i).room(left - (pieces.get(i).spaced() ? 1 : 0)));
    }
    return tails;
  }

  /** Prints values: in line with the first of them, or indented below the operand. */
  private void items(Items items, int column, int tail) {
    List<Item> all = items.items();
    boolean fits = items.room(Layout.WIDTH - out.column() - tail) >= 0;
    if (all.isEmpty() || (fits && !items.broken())) {
      out.add(ConditionText.flat(items));
      return;
    }
    out.add("(");
    boolean below = all.get(0).broken() || out.column() > Layout.WIDTH / 2;
    int start = below ? column + Layout.STEP : out.column();
    for (int i = 0; i < all.size(); i++) {
      Item item = all.get(i);
      int behind = i < all.size() - 1 ? 1 : below ? 0 : tail + 1;
      boolean goesOn = out.column() + 1 + item.text().length() + behind <= Layout.WIDTH;
      if (i == 0 ? below : item.broken() || !goesOn) {
        out.indent(start);
      } else {
        out.add(i == 0 ? "" : " ");
      }
      out.add(item.text()).add(i < all.size() - 1 ? "," : "");
    }
    if (below) {
      out.indent(column);
    }
    out.add(")");
  }
}
