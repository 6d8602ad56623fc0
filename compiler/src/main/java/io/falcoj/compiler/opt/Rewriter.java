package io.falcoj.compiler.opt;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import java.util.ArrayList;
import java.util.List;

/**
 * Rebuilds a tree from its leaves up, folding constants on the way: what never holds ends an {@code
 * and}, what always holds ends an {@code or}, what changes nothing is left out, {@code not not}
 * falls away, an {@code and} within an {@code and} becomes one. Subclasses replace leaves.
 */
public class Rewriter implements Pred.Visitor<Pred> {

  @Override
  public final Pred visit(AllOf pred) {
    return combine(pred.operands(), true);
  }

  @Override
  public final Pred visit(AnyOf pred) {
    return combine(pred.operands(), false);
  }

  private Pred combine(List<Pred> operands, boolean all) {
    List<Pred> kept = new ArrayList<>();
    for (Pred operand : operands) {
      Pred rewritten = operand.accept(this);
      if (!(rewritten instanceof Always constant)) {
        kept.addAll(operands(rewritten, all));
      } else if (constant.value() != all) {
        return constant;
      }
    }
    if (kept.size() == 1) {
      return kept.get(0);
    }
    if (kept.isEmpty()) {
      return Always.of(all);
    }
    return all ? new AllOf(kept) : new AnyOf(kept);
  }

  /** The operands of a predicate of the same kind; of another, itself. */
  private static List<Pred> operands(Pred pred, boolean all) {
    if (all && pred instanceof AllOf same) {
      return same.operands();
    }
    return !all && pred instanceof AnyOf same ? same.operands() : List.of(pred);
  }

  @Override
  public final Pred visit(Not pred) {
    Pred operand = pred.operand().accept(this);
    if (operand instanceof Always constant) {
      return Always.of(!constant.value());
    }
    return operand instanceof Not inner ? inner.operand() : new Not(operand);
  }

  @Override
  public final Pred visit(Always pred) {
    return pred;
  }

  @Override
  public Pred visit(Exists pred) {
    return pred;
  }

  @Override
  public Pred visit(Check pred) {
    return pred;
  }

  @Override
  public Pred visit(EventTypeIs pred) {
    return pred;
  }
}
