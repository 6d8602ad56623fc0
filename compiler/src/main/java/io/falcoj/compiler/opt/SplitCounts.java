package io.falcoj.compiler.opt;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Counter;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.ir.Test;
import io.falcoj.runtime.value.ByteSlice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tests of several listed values on one value to checks of their own, which can be shared and
 * spread over methods; {@code = oneof} becomes membership among the values listed once.
 */
final class SplitCounts implements Pass {
  @Override
  public Pred apply(Pred pred) {
    return pred.accept(new Splitter());
  }

  private static final class Splitter extends Rewriter {
    @Override
    public Pred visit(Check pred) {
      if (!(pred.test() instanceof Test.Passes passes)) {
        return pred;
      }
      if (passes.count() == Test.Passes.Count.ONE) {
        Test among = amongSingles(passes.tests());
        return among == null ? pred : new Check(pred.load(), pred.over(), among, pred.place());
      }
      boolean one = pred.over() == Check.Over.ONE && !Counter.isReadBy(pred);
      if (!one || passes.tests().isEmpty()) {
        return pred;
      }
      List<Pred> checks = new ArrayList<>();
      for (Test test : passes.tests()) {
        checks.add(new Check(pred.load(), pred.over(), test, pred.place()));
      }
      return passes.count() == Test.Passes.Count.ALL ? new AllOf(checks) : new AnyOf(checks);
    }

    private static @Nullable Test amongSingles(List<Test> tests) {
      Map<Test, Integer> counts = new HashMap<>();
      for (Test test : tests) {
        if (!(test instanceof Test.Equal)) {
          return null;
        }
        counts.merge(test, 1, Integer::sum);
      }
      List<ByteSlice> singles = new ArrayList<>();
      for (Test test : tests) {
        if (counts.getOrDefault(test, 0) == 1) {
          singles.add(((Test.Equal) test).value());
        }
      }
      return new Test.TextIn(singles);
    }
  }
}
