package io.falcoj.compiler.format;

import io.falcoj.compiler.format.Tree.Brackets;
import io.falcoj.compiler.format.Tree.Collection;
import io.falcoj.compiler.format.Tree.Document;
import io.falcoj.compiler.format.Tree.Entry;
import io.falcoj.compiler.format.Tree.Scalar;
import io.falcoj.compiler.format.Tree.Stream;
import java.util.List;
import java.util.Set;

/** Lays out documents and what they hold by indentation. */
final class TreePrinter {
  /** Kinds of items whose {@code condition} is one. */
  private static final Set<String> WITH_CONDITION = Set.of("rule", "macro");

  private final Layout out = new Layout();
  private final FlowPrinter flows = new FlowPrinter(out);
  private final boolean reflow;

  /** Whether an empty line would become part of the text that was printed last. */
  private boolean open;

  private TreePrinter(boolean reflow) {
    this.reflow = reflow;
  }

  /**
   * The text of a file.
   *
   * @param reflow whether conditions may be laid out anew
   */
  static String print(Stream stream, boolean reflow) {
    TreePrinter printer = new TreePrinter(reflow);
    stream.documents().forEach(printer::document);
    printer.out.lines(withoutEnd(stream.after()), 0);
    return printer.out.text();
  }

  private static List<String> withoutEnd(List<String> lines) {
    int to = lines.size();
    while (to > 0 && lines.get(to - 1).isEmpty()) {
      to--;
    }
    return lines.subList(0, to);
  }

  private static List<String> withoutStart(List<String> lines) {
    int from = 0;
    while (from < lines.size() && lines.get(from).isEmpty()) {
      from++;
    }
    return lines.subList(from, lines.size());
  }

  private void document(Document document) {
    out.lines(document.before(), 0);
    if (document.marker() != null) {
      out.indent(0).add(document.marker());
      out.endLine();
    }
    if (document.root() instanceof Collection root) {
      items(root);
    }
    out.lines(document.end(), 0);
  }

  /** The items of a rule file, an empty line between any two. */
  private void items(Collection root) {
    boolean first = true;
    for (Entry item : root.entries()) {
      if (!first && !item.before().contains("") && !open) {
        out.emptyLine();
      }
      out.lines(item.before(), 0);
      out.indent(0);
      entry(item, 0, 0, false);
      first = false;
    }
    out.lines(withoutEnd(root.after()), 0);
  }

  /**
   * The entries of a block collection.
   *
   * @param level 0 for items of the file, 1 for their keys
   * @param inline whether the first one goes on in the line of the dash
   */
  private void block(Collection collection, int column, int level, boolean inline) {
    boolean conditional = level == 1 && hasCondition(collection);
    boolean first = true;
    for (Entry entry : collection.entries()) {
      if (first && inline) {
        out.add(" ");
      } else {
        out.lines(first ? withoutStart(entry.before()) : entry.before(), column);
        out.indent(column);
      }
      entry(entry, column, level, conditional && isKey(entry, Set.of("condition")));
      first = false;
    }
    out.lines(withoutEnd(collection.after()), column);
    open &= collection.after().isEmpty();
  }

  private static boolean hasCondition(Collection item) {
    return item.entries().stream().anyMatch(entry -> isKey(entry, WITH_CONDITION));
  }

  private static boolean isKey(Entry entry, Set<String> names) {
    return entry.key() instanceof Scalar key && names.contains(key.value());
  }

  /** One entry, from its dash or key on. */
  private void entry(Entry entry, int column, int level, boolean condition) {
    lead(entry);
    open = false;
    boolean apart = inner(entry, column + Layout.STEP);
    String trailing = entry.trailing();
    if (entry.value() instanceof Scalar scalar) {
      if (condition && reflow && !apart) {
        ConditionPrinter printer = new ConditionPrinter(out, scalar, trailing);
        trailing = printer.print(column + Layout.STEP);
        open = !printer.laidOut() && keepsLines(scalar);
      } else if (!scalar.isEmpty()) {
        out.add(apart ? "" : " ");
        ScalarPrinter.print(scalar, column + Layout.STEP, out);
        open = keepsLines(scalar);
      }
    } else {
      collection(entry, (Collection) entry.value(), column, level, apart);
    }
    if (trailing != null) {
      out.add("  ").add(trailing);
    }
    out.endLine();
  }

  private static boolean keepsLines(Scalar scalar) {
    BlockText block = scalar.block();
    return block != null && block.chomping().equals("+");
  }

  private void lead(Entry entry) {
    if (entry.key() == null) {
      out.add("-");
      return;
    }
    flows.key(entry.key());
    out.add(":");
  }

  /** Comments behind the key; true when the value begins a line of its own. */
  private boolean inner(Entry entry, int column) {
    List<String> inner = entry.inner();
    if (inner.isEmpty()) {
      return false;
    }
    out.add(inner.get(0).isEmpty() ? "" : "  " + inner.get(0));
    out.lines(inner.subList(1, inner.size()), column);
    if (isBlock(entry.value()) || entry.value().equals(Tree.NOTHING)) {
      return true;
    }
    out.indent(column);
    return true;
  }

  private static boolean isBlock(Tree tree) {
    return tree instanceof Collection collection && collection.brackets() == Brackets.BLOCK;
  }

  private void collection(Entry entry, Collection value, int column, int level, boolean apart) {
    if (!isBlock(value)) {
      out.add(apart ? "" : " ");
      flows.print(value, column + Layout.STEP);
      return;
    }
    if (!value.properties().isEmpty()) {
      out.add(" ").add(value.properties());
    }
    List<String> before = value.entries().get(0).before();
    boolean inline =
        entry.key() == null
            && !apart
            && value.properties().isEmpty()
            && withoutStart(before).isEmpty();
    block(value, column + Layout.STEP, level + 1, inline);
  }
}
