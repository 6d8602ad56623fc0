package io.falcoj.compiler.format;

import io.falcoj.compiler.format.Tree.Brackets;
import io.falcoj.compiler.format.Tree.Collection;
import io.falcoj.compiler.format.Tree.Entry;
import io.falcoj.compiler.format.Tree.Scalar;
import java.util.List;

/**
 * Lays out collections in brackets: on one line as long as they fit and no line was begun in them,
 * else with the lines that there are, those that are too long broken.
 */
final class FlowPrinter {
  private final Layout out;

  FlowPrinter(Layout out) {
    this.out = out;
  }

  /** The key of a pair. */
  void key(Tree key) {
    out.add(flat(key));
    if (key instanceof Scalar scalar && scalar.raw().startsWith("*")) {
      out.add(" ");
    }
  }

  /**
   * Prints a collection from its bracket on.
   *
   * @param column of its lines behind the first
   */
  void print(Collection collection, int column) {
    node(collection, column, 0);
  }

  /**
   * Prints a node.
   *
   * @param tail how many characters have to follow it on its line
   */
  private void node(Tree tree, int column, int tail) {
    if (room(tree, Layout.WIDTH - out.column() - tail) >= 0) {
      out.add(flat(tree));
    } else if (tree instanceof Collection collection) {
      broken(collection, column);
    } else {
      ScalarPrinter.print((Scalar) tree, column, out);
    }
  }

  private void broken(Collection collection, int column) {
    if (collection.brackets() == Brackets.NONE || collection.entries().isEmpty()) {
      inOneGo(collection, column);
      return;
    }
    out.add(properties(collection.properties())).add(collection.mapping() ? "{" : "[");
    int last = collection.entries().size() - 1;
    for (int i = 0; i <= last; i++) {
      Entry entry = collection.entries().get(i);
      boolean newLine = i == 0 || startsLine(entry, collection.entries().get(i - 1));
      int tail = i < last ? 1 : 0;
      boolean fits = room(entry, Layout.WIDTH - out.column() - 1 - tail) >= 0;
      out.lines(lines(entry.before(), i == 0), column);
      if (newLine || !fits) {
        out.indent(column);
      } else {
        out.add(" ");
      }
      entry(entry, column, tail);
      out.add(i < last ? "," : "");
      if (entry.trailing() != null) {
        out.add("  ").add(entry.trailing());
      }
    }
    out.lines(lines(collection.after(), false), column);
    out.indent(column).add(collection.mapping() ? "}" : "]");
  }

  private static boolean startsLine(Entry entry, Entry previous) {
    return entry.broken() || !entry.before().isEmpty() || previous.trailing() != null;
  }

  private static List<String> lines(List<String> lines, boolean first) {
    boolean lead = first && !lines.isEmpty() && lines.get(0).isEmpty();
    return lead ? lines.subList(1, lines.size()) : lines;
  }

  private void inOneGo(Collection collection, int column) {
    boolean brackets = collection.brackets() == Brackets.FLOW;
    out.add(properties(collection.properties()));
    out.add(brackets ? collection.mapping() ? "{" : "[" : "");
    collection.entries().forEach(entry -> entry(entry, column, 0));
    out.add(loneColon(collection));
    out.lines(collection.after(), column);
    out.add(brackets ? collection.mapping() ? "}" : "]" : "");
  }

  private void entry(Entry entry, int column, int tail) {
    if (entry.key() != null) {
      key(entry.key());
      if (isNothing(entry.value())) {
        return;
      }
      out.add(": ");
    }
    node(entry.value(), column + Layout.STEP, tail);
  }

  private static boolean isNothing(Tree tree) {
    return tree instanceof Scalar scalar && scalar.isEmpty();
  }

  /**
   * How much room on a line is left behind a tree; negative when it does not fit, or has lines of
   * its own. Looks no further than the room goes.
   */
  private static int room(Tree tree, int room) {
    int left = room - tree.properties().length();
    if (tree instanceof Scalar scalar) {
      return scalar.isOneLine() ? left - scalar.raw().length() : -1;
    }
    Collection collection = (Collection) tree;
    if (!collection.after().isEmpty()) {
      return -1;
    }
    left -= 2;
    for (int i = 0; i < collection.entries().size() && left >= 0; i++) {
      Entry entry = collection.entries().get(i);
      left = entry.broken() ? -1 : room(entry, left - (i > 0 ? 2 : 0));
    }
    return left;
  }

  private static int room(Entry entry, int room) {
    if (!entry.before().isEmpty() || entry.trailing() != null) {
      return -1;
    }
    int left = entry.key() == null ? room : room(entry.key(), room) - 2;
    return left < 0 ? -1 : room(entry.value(), left);
  }

  private static String flat(Tree tree) {
    if (tree instanceof Scalar scalar) {
      return properties(scalar.properties()) + scalar.raw();
    }
    Collection collection = (Collection) tree;
    StringBuilder flat = new StringBuilder(properties(collection.properties()));
    boolean brackets = collection.brackets() == Brackets.FLOW;
    flat.append(brackets ? collection.mapping() ? "{" : "[" : "");
    for (Entry entry : collection.entries()) {
      flat.append(entry == collection.entries().get(0) ? "" : ", ").append(flat(entry));
    }
    flat.append(brackets ? collection.mapping() ? "}" : "]" : loneColon(collection));
    return flat.toString();
  }

  /** A key by itself is a pair only with its colon. */
  private static String loneColon(Collection collection) {
    boolean lone = collection.brackets() == Brackets.NONE;
    return lone && isNothing(collection.entries().get(0).value()) ? ":" : "";
  }

  private static String flat(Entry entry) {
    if (entry.key() == null) {
      return flat(entry.value());
    }
    boolean alias = entry.key() instanceof Scalar key && key.raw().startsWith("*");
    String key = flat(entry.key()) + (alias ? " " : "");
    return isNothing(entry.value()) ? key : key + ": " + flat(entry.value());
  }

  private static String properties(String properties) {
    return properties.isEmpty() ? "" : properties + " ";
  }
}
