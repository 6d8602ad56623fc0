package io.falcoj.compiler.format;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The words of a condition: groups of operands in brackets, joined by {@code and} and {@code or}. A
 * blank between two words stays one, where there was none there is none; only beside brackets and
 * commas blanks come and go, since they part words there. What is in quotes or in {@code []} is not
 * looked into.
 */
final class ConditionText {
  /** Part of an operand. */
  sealed interface Piece {
    /** Whether a blank stands before it. */
    boolean spaced();

    /** Whether a line begins in it. */
    boolean broken();

    /**
     * How much room on a line is left behind it; negative when it does not fit. Looks no further
     * than the room goes.
     */
    int room(int room);
  }

  /** What is never broken. */
  record Word(String text, boolean spaced) implements Piece {
    @Override
    public boolean broken() {
      return false;
    }

    @Override
    public int room(int room) {
      return room - text.length();
    }
  }

  /** Operands in brackets. */
  record Brackets(Group group, boolean spaced) implements Piece {
    @Override
    public boolean broken() {
      return group.broken();
    }

    @Override
    public int room(int room) {
      return group.room(room - 2);
    }
  }

  /** Values in brackets. */
  record Items(List<Item> items, boolean spaced) implements Piece {
    Items {
      items = List.copyOf(items);
    }

    @Override
    public boolean broken() {
      return items.stream().anyMatch(Item::broken);
    }

    @Override
    public int room(int room) {
      int left = room - (items.isEmpty() ? 2 : 0);
      for (int i = 0; i < items.size() && left >= 0; i++) {
        left -= items.get(i).text().length() + 2;
      }
      return left;
    }
  }

  /**
   * One of several values.
   *
   * @param broken whether it begins a line
   */
  record Item(String text, boolean broken) {}

  /** What stands between connectives, the one before it included. */
  record Operand(List<Piece> pieces) {
    Operand {
      pieces = List.copyOf(pieces);
    }

    int room(int room) {
      int left = room;
      for (int i = 0; i < pieces.size() && left >= 0; i++) {
        Piece piece = pieces.get(i);
        left = piece.room(left - (piece.spaced() && i > 0 ? 1 : 0));
      }
      return left;
    }
  }

  /**
   * Operands and their connectives.
   *
   * @param broken whether a line begins between two of them, beside the brackets, or in one
   */
  record Group(List<Operand> operands, boolean broken) {
    Group {
      operands = List.copyOf(operands);
    }

    int room(int room) {
      int left = room + 1;
      for (int i = 0; i < operands.size() && left >= 0; i++) {
        left = operands.get(i).room(left - 1);
      }
      return left;
    }
  }

  private ConditionText() {}

  /** All on one line. */
  static String flat(Group group) {
    StringBuilder flat = new StringBuilder();
    flat(group, flat);
    return flat.toString();
  }

  private static void flat(Group group, StringBuilder out) {
    boolean first = true;
    for (Operand operand : group.operands()) {
      out.append(first ? "" : " ");
      flat(operand.pieces(), out);
      first = false;
    }
  }

  private static void flat(List<Piece> pieces, StringBuilder out) {
    boolean first = true;
    for (Piece piece : pieces) {
      out.append(piece.spaced() && !first ? " " : "");
      if (piece instanceof Word word) {
        out.append(word.text());
      } else if (piece instanceof Brackets brackets) {
        out.append('(');
        flat(brackets.group(), out);
        out.append(')');
      } else {
        out.append(flat((Items) piece));
      }
      first = false;
    }
  }

  static String flat(Items items) {
    return items.items().stream().map(Item::text).collect(Collectors.joining(", ", "(", ")"));
  }
}
