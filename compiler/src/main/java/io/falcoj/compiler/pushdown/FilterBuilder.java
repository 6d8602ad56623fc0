package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.pushdown.Formula.Atom;
import io.falcoj.runtime.pushdown.Filter;
import io.falcoj.runtime.pushdown.Node;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.pushdown.Source.Kind;
import io.falcoj.runtime.pushdown.Test;
import io.falcoj.runtime.pushdown.Test.AnyBits;
import io.falcoj.runtime.schema.EventType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A formula to a decision table that passes whenever it holds. */
final class FilterBuilder {
  /** Questions of one formula; with more there is no table. */
  private static final int MOST_ATOMS = 400;

  /** What costs least is asked first, and paths last: they are unknown most often. */
  private static final Comparator<Atom> ORDER =
      Comparator.<Atom, Integer>comparing(atom -> atom.source().kind().ordinal())
          .thenComparing(atom -> atom.source().param())
          .thenComparing(atom -> atom.test().getClass().getSimpleName())
          .thenComparing(atom -> atom.test().toString());

  private FilterBuilder() {}

  /** A table that lets no event of the type pass. */
  static Filter nothing(EventType type) {
    for (int i = 0; i < type.params().size(); i++) {
      if (type.params().get(i).type().isNumeric()) {
        return new Filter(
            List.of(new Node(Source.number(i), new AnyBits(0), Filter.DROP, Filter.DROP)));
      }
    }
    throw new IllegalArgumentException(type.id() + " has no number");
  }

  /** The table; null when every event passes or the formula is too large to be asked. */
  static @Nullable Filter build(Formula formula) {
    Filter filter = table(formula);
    if (filter != null) {
      return filter;
    }
    Formula wider = widened(formula, Kind.NUMBER);
    return wider.equals(formula) ? null : table(wider);
  }

  /** Without the questions about a kind of value: the answers may be either. */
  static Formula widened(Formula formula, Kind kind) {
    return formula.loosened(atom -> atom.source().kind() == kind);
  }

  private static @Nullable Filter table(Formula formula) {
    List<Atom> order = atoms(formula);
    if (order.size() > MOST_ATOMS) {
      return null;
    }
    Diagram diagram = new Diagram(order);
    try {
      int root = diagram.of(formula);
      return root <= Diagram.TRUE ? null : new Table(diagram, root).filter();
    } catch (Diagram.TooLarge e) {
      return null;
    }
  }

  private static List<Atom> atoms(Formula formula) {
    Set<Atom> atoms = new LinkedHashSet<>();
    formula.map(
        atom -> {
          atoms.add(atom);
          return atom;
        });
    List<Atom> order = new ArrayList<>(atoms);
    order.sort(ORDER);
    return order;
  }

  /** Nodes of a diagram with chains of tests of one text put together. */
  private static final class Table {
    private final Diagram diagram;
    private final List<Integer> nodes;
    private final Map<Integer, Test> tests = new HashMap<>();
    private final Map<Integer, Integer> lows = new HashMap<>();
    private final Map<Integer, Integer> entries = new HashMap<>();

    Table(Diagram diagram, int root) {
      this.diagram = diagram;
      this.nodes = diagram.reachable(root);
      entries.put(root, 1);
      for (int node : nodes) {
        tests.put(node, diagram.atom(node).test());
        lows.put(node, diagram.low(node));
        entries.merge(diagram.low(node), 1, Integer::sum);
        entries.merge(diagram.high(node), 1, Integer::sum);
      }
    }

    @Nullable Filter filter() {
      List<Integer> kept = new ArrayList<>();
      for (int i = nodes.size() - 1; i >= 0; i--) {
        int node = nodes.get(i);
        int next = lows.getOrDefault(node, Diagram.FALSE);
        Test both =
            next > Diagram.TRUE && entries.getOrDefault(next, 0) == 1 ? together(node, next) : null;
        if (both != null) {
          kept.remove((Object) next);
          tests.put(node, both);
          lows.put(node, lows.getOrDefault(next, Diagram.FALSE));
        }
        kept.add(0, node);
      }
      return kept.size() > Filter.MAX_NODES ? null : written(kept);
    }

    private @Nullable Test together(int node, int next) {
      boolean alike =
          diagram.high(node) == diagram.high(next)
              && diagram.atom(node).source().equals(diagram.atom(next).source());
      return alike ? Unions.of(tests.get(node), tests.get(next)) : null;
    }

    private Filter written(List<Integer> kept) {
      Map<Integer, Integer> places = new HashMap<>();
      places.put(Diagram.FALSE, Filter.DROP);
      places.put(Diagram.TRUE, Filter.PASS);
      kept.forEach(node -> places.put(node, places.size() - 2));
      List<Node> table = new ArrayList<>();
      for (int node : kept) {
        table.add(
            new Node(
                diagram.atom(node).source(),
                tests.getOrDefault(node, diagram.atom(node).test()),
                places.getOrDefault(diagram.high(node), Filter.PASS),
                places.getOrDefault(lows.get(node), Filter.PASS)));
      }
      return new Filter(table);
    }
  }
}
