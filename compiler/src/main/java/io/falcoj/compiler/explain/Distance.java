package io.falcoj.compiler.explain;

import io.falcoj.compiler.interp.IrInterpreter;
import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.runtime.abi.MatchContext;
import java.util.List;

/**
 * How far a condition is from holding: the least number of checks that would have to come out
 * otherwise, each taken for itself.
 */
final class Distance {
  private final IrInterpreter interpreter;
  private final MatchContext ctx;

  private Distance(IrInterpreter interpreter, MatchContext ctx) {
    this.interpreter = interpreter;
    this.ctx = ctx;
  }

  /** 0 exactly for a condition that holds. */
  static int of(Pred condition, IrInterpreter interpreter, MatchContext ctx) {
    return new Distance(interpreter, ctx).to(condition, true);
  }

  private int to(Pred pred, boolean wanted) {
    if (pred instanceof Not not) {
      return to(not.operand(), !wanted);
    }
    if (pred instanceof AllOf all) {
      return wanted ? sum(all.operands(), true) : least(all.operands(), false);
    }
    if (pred instanceof AnyOf any) {
      return wanted ? least(any.operands(), true) : sum(any.operands(), false);
    }
    return interpreter.holds(pred, ctx) == wanted ? 0 : 1;
  }

  private int sum(List<Pred> preds, boolean wanted) {
    return preds.stream().mapToInt(p -> to(p, wanted)).sum();
  }

  private int least(List<Pred> preds, boolean wanted) {
    return preds.stream().mapToInt(p -> to(p, wanted)).min().orElse(1);
  }
}
