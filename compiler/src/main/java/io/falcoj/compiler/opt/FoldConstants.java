package io.falcoj.compiler.opt;

import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.ir.Test;

/**
 * Checks whose outcome their right side decides: an empty list never holds what is present, and
 * events are numbered from 1, which Falco's rules use to say "never" ({@code evt.num=0}).
 */
final class FoldConstants implements Pass {
  @Override
  public Pred apply(Pred pred) {
    return pred.accept(new Folder());
  }

  private static final class Folder extends Rewriter {
    @Override
    public Pred visit(Check pred) {
      boolean canHoldOfNothing = pred.over() == Check.Over.ALL;
      boolean never = never(pred.test()) || isEventNumber(pred.load()) && isZero(pred.test());
      return !canHoldOfNothing && never ? Always.FALSE : pred;
    }

    private static boolean isEventNumber(Load load) {
      return load instanceof Load.Field field && field.ref().text().equals("evt.num");
    }

    private static boolean isZero(Test test) {
      return test instanceof Test.Number number
          && number.value() == 0
          && (number.order() == Test.Order.EQ || number.order() == Test.Order.LE);
    }

    private static boolean never(Test test) {
      if (test instanceof Test.TextIn in) {
        return in.values().isEmpty();
      }
      if (test instanceof Test.NumberIn in) {
        return in.values().isEmpty();
      }
      if (test instanceof Test.InNetworks in) {
        return in.networks().isEmpty();
      }
      if (test instanceof Test.BelowPath below) {
        return below.paths().isEmpty();
      }
      return test instanceof Test.Passes passes && passes.tests().isEmpty();
    }
  }
}
