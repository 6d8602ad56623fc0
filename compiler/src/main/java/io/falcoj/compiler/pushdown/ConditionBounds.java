package io.falcoj.compiler.pushdown;

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

/** From the bounds of its leaves to those of a condition. */
final class ConditionBounds implements Pred.Visitor<Bounds> {
  private final View view;

  private ConditionBounds(View view) {
    this.view = view;
  }

  /** What an event must satisfy so that the condition can hold. */
  static Formula may(Pred condition, View view) {
    return condition.accept(new ConditionBounds(view)).may();
  }

  @Override
  public Bounds visit(AllOf pred) {
    return combine(pred.operands(), true);
  }

  @Override
  public Bounds visit(AnyOf pred) {
    return combine(pred.operands(), false);
  }

  private Bounds combine(List<Pred> operands, boolean all) {
    List<Formula> may = new ArrayList<>();
    List<Formula> must = new ArrayList<>();
    for (Pred operand : operands) {
      Bounds bounds = operand.accept(this);
      may.add(bounds.may());
      must.add(bounds.must());
    }
    return all
        ? new Bounds(Formula.all(may), Formula.all(must))
        : new Bounds(Formula.any(may), Formula.any(must));
  }

  @Override
  public Bounds visit(Not pred) {
    return pred.operand().accept(this).not();
  }

  @Override
  public Bounds visit(Always pred) {
    return pred.value() ? Bounds.ALWAYS : Bounds.NEVER;
  }

  @Override
  public Bounds visit(Exists pred) {
    return view.of(pred);
  }

  @Override
  public Bounds visit(Check pred) {
    return view.of(pred);
  }

  @Override
  public Bounds visit(EventTypeIs pred) {
    return view.of(pred);
  }
}
