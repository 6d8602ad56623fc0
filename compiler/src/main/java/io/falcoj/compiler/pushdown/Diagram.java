package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.pushdown.Formula.Atom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Formulas as ordered decision diagrams: each question at most once on every way, equal parts once.
 */
final class Diagram {
  static final int FALSE = 0;
  static final int TRUE = 1;

  /** More than any table can be made of. */
  private static final int MOST = 20_000;

  private record Branch(int atom, int low, int high) {}

  private record Pair(boolean all, int left, int right) {}

  private final List<Atom> order;
  private final Map<Atom, Integer> places = new HashMap<>();
  private final List<Branch> branches = new ArrayList<>();
  private final Map<Branch, Integer> known = new HashMap<>();
  private final Map<Pair, Integer> combined = new HashMap<>();

  /** The formula would become too large. */
  static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param order the questions, in the order in which they are asked
   */
  Diagram(List<Atom> order) {
    this.order = order;
    order.forEach(atom -> places.put(atom, places.size()));
    branches.add(new Branch(Integer.MAX_VALUE, FALSE, FALSE));
    branches.add(new Branch(Integer.MAX_VALUE, TRUE, TRUE));
  }

  int of(Formula formula) throws TooLarge {
    if (formula instanceof Formula.Constant constant) {
      return constant.value() ? TRUE : FALSE;
    }
    if (formula instanceof Atom atom) {
      int place = places.getOrDefault(atom.question(), -1);
      return atom.holds() ? branch(place, FALSE, TRUE) : branch(place, TRUE, FALSE);
    }
    Formula.Group group = (Formula.Group) formula;
    int result = group.all() ? TRUE : FALSE;
    for (int i = group.parts().size() - 1; i >= 0; i--) {
      result = combine(group.all(), of(group.parts().get(i)), result);
    }
    return result;
  }

  private int branch(int atom, int low, int high) throws TooLarge {
    if (low == high) {
      return low;
    }
    if (branches.size() > MOST) {
      throw new TooLarge();
    }
    return known.computeIfAbsent(
        new Branch(atom, low, high),
        branch -> {
          branches.add(branch);
          return branches.size() - 1;
        });
  }

  private int combine(boolean all, int left, int right) throws TooLarge {
    int ends = all ? FALSE : TRUE;
    if (left == ends || right == ends) {
      return ends;
    }
    if (left <= TRUE || left == right) {
      return right;
    }
    if (right <= TRUE) {
      return left;
    }
    Pair pair = new Pair(all, Math.min(left, right), Math.max(left, right));
    Integer before = combined.get(pair);
    if (before != null) {
      return before;
    }
    Branch one = branches.get(left);
    Branch other = branches.get(right);
    int atom = Math.min(one.atom, other.atom);
    int low =
        combine(all, one.atom == atom ? one.low : left, other.atom == atom ? other.low : right);
    int high =
        combine(all, one.atom == atom ? one.high : left, other.atom == atom ? other.high : right);
    int result = branch(atom, low, high);
    combined.put(pair, result);
    return result;
  }

  Atom atom(int node) {
    return order.get(branches.get(node).atom());
  }

  int low(int node) {
    return branches.get(node).low();
  }

  int high(int node) {
    return branches.get(node).high();
  }

  /** The nodes that can be reached, in the order of their questions. */
  List<Integer> reachable(int root) {
    List<Integer> found = new ArrayList<>();
    boolean[] seen = new boolean[branches.size()];
    collect(root, seen, found);
    found.sort((a, b) -> Integer.compare(branches.get(a).atom(), branches.get(b).atom()));
    return found;
  }

  private void collect(int node, boolean[] seen, List<Integer> found) {
    if (node > TRUE && !seen[node]) {
      seen[node] = true;
      found.add(node);
      collect(low(node), seen, found);
      collect(high(node), seen, found);
    }
  }
}
