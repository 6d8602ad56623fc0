package io.falcoj.compiler.dispatch;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes equal predicates one object over a whole rule set. */
public final class Canonical implements Pred.Visitor<Pred> {
  private final Map<Pred, Pred> known = new HashMap<>();

  /** The one object for that predicate; its operands are canonical as well. */
  public Pred of(Pred pred) {
    return pred.accept(this);
  }

  private Pred one(Pred pred) {
    Pred before = known.putIfAbsent(pred, pred);
    return before == null ? pred : before;
  }

  private List<Pred> all(List<Pred> operands) {
    return operands.stream().map(this::of).toList();
  }

  @Override
  public Pred visit(AllOf pred) {
    return one(new AllOf(all(pred.operands())));
  }

  @Override
  public Pred visit(AnyOf pred) {
    return one(new AnyOf(all(pred.operands())));
  }

  @Override
  public Pred visit(Not pred) {
    return one(new Not(of(pred.operand())));
  }

  @Override
  public Pred visit(Always pred) {
    return pred;
  }

  @Override
  public Pred visit(Exists pred) {
    return one(pred);
  }

  @Override
  public Pred visit(Check pred) {
    return one(pred);
  }

  @Override
  public Pred visit(EventTypeIs pred) {
    return one(pred);
  }
}
