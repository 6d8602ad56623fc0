package io.falcoj.compiler.opt;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Counter;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Puts first what is likely to decide an {@code and} or {@code or} for little work. Evaluation is
 * total and leaves no trace, so the order is free; a predicate for which it is not stays as it is.
 */
final class CheapestFirst implements Pass {
  @Override
  public Pred apply(Pred pred) {
    return Counter.isReadBy(pred) ? pred : pred.accept(new Sorter()).pred();
  }

  /** A sorted predicate. */
  private record Ranked(Pred pred, Estimate estimate) {}

  private static final class Sorter implements Pred.Visitor<Ranked> {
    @Override
    public Ranked visit(AllOf pred) {
      List<Ranked> sorted = sorted(pred.operands(), r -> r.estimate().perFailure());
      return new Ranked(new AllOf(preds(sorted)), Estimate.allOf(estimates(sorted)));
    }

    @Override
    public Ranked visit(AnyOf pred) {
      List<Ranked> sorted = sorted(pred.operands(), r -> r.estimate().perSuccess());
      return new Ranked(new AnyOf(preds(sorted)), Estimate.anyOf(estimates(sorted)));
    }

    private List<Ranked> sorted(List<Pred> operands, ToDoubleFunction<Ranked> key) {
      List<Ranked> ranked = new ArrayList<>();
      for (Pred operand : operands) {
        ranked.add(operand.accept(this));
      }
      ranked.sort(Comparator.comparingDouble(key));
      return ranked;
    }

    private static List<Pred> preds(List<Ranked> ranked) {
      return ranked.stream().map(Ranked::pred).toList();
    }

    private static List<Estimate> estimates(List<Ranked> ranked) {
      return ranked.stream().map(Ranked::estimate).toList();
    }

    @Override
    public Ranked visit(Not pred) {
      Ranked operand = pred.operand().accept(this);
      return new Ranked(new Not(operand.pred()), operand.estimate().negated());
    }

    private static Ranked leaf(Pred pred) {
      return new Ranked(pred, Estimate.of(pred));
    }

    @Override
    public Ranked visit(Always pred) {
      return leaf(pred);
    }

    @Override
    public Ranked visit(Exists pred) {
      return leaf(pred);
    }

    @Override
    public Ranked visit(EventTypeIs pred) {
      return leaf(pred);
    }

    @Override
    public Ranked visit(Check pred) {
      return leaf(pred);
    }
  }
}
