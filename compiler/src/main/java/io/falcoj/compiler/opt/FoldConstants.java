package io.falcoj.compiler.opt;

import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.ir.Test;

/** Checks whose outcome their right side decides: an empty list never holds what is present. */
final class FoldConstants implements Pass {
  @Override
  public Pred apply(Pred pred) {
    return pred.accept(new Folder());
  }

  private static final class Folder extends Rewriter {
    @Override
    public Pred visit(Check pred) {
      boolean canHoldOfNothing = pred.over() == Check.Over.ALL;
      return !canHoldOfNothing && never(pred.test()) ? Always.FALSE : pred;
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
