package io.falcoj.testkit.coverage.probe;

import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.facts.Facts;
import io.falcoj.compiler.ir.Pred;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A condition in the order in which its author wrote it, each check with a probe. Macros and
 * exceptions are what they stand for.
 */
final class ProbedCondition {
  /** Evaluates a part as the language does: what an operand before decided is not looked at. */
  interface Part {
    boolean holds(Probes probes);
  }

  private final ToIntFunction<Pred> values;
  private final int first;
  private final List<Leaf> leaves = new ArrayList<>();
  private final Part root;

  /**
   * @param first number of its first check among those of all rules
   * @param values numbers checks by what they mean
   */
  ProbedCondition(Clause condition, int first, ToIntFunction<Pred> values) {
    this.values = values;
    this.first = first;
    this.root = part(condition, false);
  }

  /** Its checks in their order. */
  List<Leaf> leaves() {
    return leaves;
  }

  boolean holds(Probes probes) {
    return root.holds(probes);
  }

  private Part part(Clause clause, boolean negated) {
    if (clause.kind() == Clause.Kind.CHECK) {
      return leaf(clause, negated);
    }
    if (clause.isName()) {
      return part(clause.clauses().get(0), negated);
    }
    if (clause.kind() == Clause.Kind.NOT) {
      Part operand = part(clause.clauses().get(0), !negated);
      return probes -> !operand.holds(probes);
    }
    Part[] parts =
        clause.clauses().stream().map(operand -> part(operand, negated)).toArray(Part[]::new);
    boolean all = clause.kind() == Clause.Kind.ALL_OF || clause.kind() == Clause.Kind.ROW;
    return sequence(parts, !all);
  }

  /**
   * @param ends the outcome of an operand that decides
   */
  private static Part sequence(Part[] parts, boolean ends) {
    return probes -> {
      for (Part part : parts) {
        if (part.holds(probes) == ends) {
          return ends;
        }
      }
      return !ends;
    };
  }

  private Part leaf(Clause clause, boolean negated) {
    Pred pred = clause.pred();
    Facts facts = new Facts();
    boolean constant = !facts.allows(pred, true) || !facts.allows(pred, false);
    int index = first + leaves.size();
    leaves.add(new Leaf(index, clause, negated, constant));
    int value = values.applyAsInt(pred);
    return probes -> probes.check(index, value);
  }
}
