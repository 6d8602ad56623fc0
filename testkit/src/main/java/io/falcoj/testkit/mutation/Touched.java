package io.falcoj.testkit.mutation;

import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.testkit.coverage.probe.Leaf;
import io.falcoj.testkit.coverage.probe.ProbedRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the checks of a rule that are not in a changed condition as they were. */
final class Touched {
  private final Map<Clause, Leaf> leaves = new IdentityHashMap<>();
  private final BitSet found = new BitSet();

  private Touched(ProbedRule rule) {
    rule.leaves().forEach(leaf -> leaves.put(leaf.clause(), leaf));
  }

  /** By their numbers in the rule set. */
  static BitSet of(ProbedRule rule, Pred changed) {
    Touched touched = new Touched(rule);
    touched.compare(rule.clause(), changed);
    return touched.found;
  }

  private void compare(Clause clause, Pred changed) {
    if (clause.pred().equals(changed)) {
      return;
    }
    List<Pred> operands = clause.isName() ? List.of(changed) : operands(clause.pred(), changed);
    Clause removed = operands.size() == clause.clauses().size() ? null : removed(clause, changed);
    if (removed != null) {
      // Where what stands before it decides, its rest says the same.
      all(removed);
      return;
    }
    if (clause.clauses().isEmpty() || operands.size() != clause.clauses().size()) {
      all(clause);
      return;
    }
    for (int i = 0; i < operands.size(); i++) {
      compare(clause.clauses().get(i), operands.get(i));
    }
  }

  /** Those of the changed part; none when it is of another kind. */
  private static List<Pred> operands(Pred before, Pred changed) {
    if (before instanceof AllOf && changed instanceof AllOf all) {
      return all.operands();
    }
    if (before instanceof AnyOf && changed instanceof AnyOf any) {
      return any.operands();
    }
    return before instanceof Not && changed instanceof Not not ? List.of(not.operand()) : List.of();
  }

  /** The operand without which the part is the changed one; null when it is not that. */
  private static @Nullable Clause removed(Clause clause, Pred changed) {
    List<Pred> left = operands(clause.pred(), changed);
    if (left.isEmpty() && clause.clauses().size() == 2) {
      left = List.of(changed);
    }
    for (Clause operand : clause.clauses()) {
      List<Pred> others = new ArrayList<>();
      clause.clauses().stream().filter(c -> c != operand).forEach(c -> others.add(c.pred()));
      if (others.equals(left)) {
        return operand;
      }
    }
    return null;
  }

  private void all(Clause clause) {
    Leaf leaf = leaves.get(clause);
    if (leaf != null) {
      found.set(leaf.index());
    }
    clause.clauses().forEach(this::all);
  }
}
