package io.falcoj.compiler.dispatch;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import java.util.BitSet;
import java.util.List;

/** Event codes for which a predicate can hold, and those for which it can fail. */
final class PossibleCodes implements Pred.Visitor<PossibleCodes.Outcomes> {
  /** Both sets may share codes. */
  record Outcomes(BitSet holds, BitSet fails) {}

  private PossibleCodes() {}

  static BitSet of(Pred pred) {
    return pred.accept(new PossibleCodes()).holds();
  }

  @Override
  public Outcomes visit(AllOf pred) {
    return combine(pred.operands(), true);
  }

  @Override
  public Outcomes visit(AnyOf pred) {
    return combine(pred.operands(), false);
  }

  private Outcomes combine(List<Pred> operands, boolean all) {
    BitSet meet = every();
    BitSet join = new BitSet();
    for (Pred operand : operands) {
      Outcomes outcomes = operand.accept(this);
      meet.and(all ? outcomes.holds() : outcomes.fails());
      join.or(all ? outcomes.fails() : outcomes.holds());
    }
    return all ? new Outcomes(meet, join) : new Outcomes(join, meet);
  }

  @Override
  public Outcomes visit(Not pred) {
    Outcomes outcomes = pred.operand().accept(this);
    return new Outcomes(outcomes.fails(), outcomes.holds());
  }

  @Override
  public Outcomes visit(Always pred) {
    return pred.value() ? new Outcomes(every(), new BitSet()) : new Outcomes(new BitSet(), every());
  }

  @Override
  public Outcomes visit(EventTypeIs pred) {
    return new Outcomes(EventTypeIndex.canHold(pred), EventTypeIndex.canFail(pred));
  }

  @Override
  public Outcomes visit(Exists pred) {
    return new Outcomes(every(), every());
  }

  @Override
  public Outcomes visit(Check pred) {
    return new Outcomes(every(), every());
  }

  private static BitSet every() {
    BitSet codes = new BitSet();
    codes.set(0, EventTypeIndex.SIZE);
    return codes;
  }
}
