package io.falcoj.compiler.opt;

import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.ir.Pred;
import java.util.List;

/** The rewrites in order. */
public final class Passes {
  private static final Passes STANDARD =
      new Passes(List.of(new SplitCounts(), new FoldConstants(), new CheapestFirst()));

  private final List<Pass> passes;

  private Passes(List<Pass> passes) {
    this.passes = passes;
  }

  public static Passes standard() {
    return STANDARD;
  }

  /** None at all, for comparing with. */
  public static Passes none() {
    return new Passes(List.of());
  }

  public TypedRules apply(TypedRules rules) {
    return new TypedRules(
        rules.rules().stream().map(r -> r.withCondition(apply(r.condition()))).toList());
  }

  Pred apply(Pred pred) {
    Pred result = pred;
    for (Pass pass : passes) {
      result = pass.apply(result);
    }
    return result;
  }
}
