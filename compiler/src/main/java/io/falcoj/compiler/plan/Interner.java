package io.falcoj.compiler.plan;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes equal predicates one object over a whole rule set, and counts from how many places each is
 * used.
 */
final class Interner implements Pred.Visitor<Pred> {
  private final Map<Pred, Pred> canonical = new HashMap<>();
  private final Map<Pred, Integer> uses = new LinkedHashMap<>();

  /** Takes in the condition of a rule. */
  Pred intern(Pred condition) {
    Pred pred = condition.accept(this);
    uses.merge(pred, 1, Integer::sum);
    return pred;
  }

  /** Every predicate with the number of places that use it, in order of appearance. */
  Map<Pred, Integer> uses() {
    return uses;
  }

  private Pred one(Pred pred, List<Pred> children) {
    Pred known = canonical.putIfAbsent(pred, pred);
    if (known != null) {
      return known;
    }
    for (Pred child : children) {
      uses.merge(child, 1, Integer::sum);
    }
    return pred;
  }

  private List<Pred> all(List<Pred> operands) {
    List<Pred> interned = new ArrayList<>();
    for (Pred operand : operands) {
      interned.add(operand.accept(this));
    }
    return interned;
  }

  @Override
  public Pred visit(AllOf pred) {
    List<Pred> operands = all(pred.operands());
    return one(new AllOf(operands), operands);
  }

  @Override
  public Pred visit(AnyOf pred) {
    List<Pred> operands = all(pred.operands());
    return one(new AnyOf(operands), operands);
  }

  @Override
  public Pred visit(Not pred) {
    Pred operand = pred.operand().accept(this);
    return one(new Not(operand), List.of(operand));
  }

  @Override
  public Pred visit(Always pred) {
    return pred;
  }

  @Override
  public Pred visit(Exists pred) {
    return one(pred, List.of());
  }

  @Override
  public Pred visit(Check pred) {
    return one(pred, List.of());
  }

  @Override
  public Pred visit(EventTypeIs pred) {
    return one(pred, List.of());
  }
}
