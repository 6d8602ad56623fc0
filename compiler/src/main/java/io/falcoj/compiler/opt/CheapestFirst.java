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

/**
 * Puts first what is likely to decide an {@code and} or {@code or} for little work. Evaluation is
 * total and leaves no trace, so the order is free; a predicate for which it is not stays as it is.
 */
final class CheapestFirst implements Pass {
  @Override
  public Pred apply(Pred pred) {
    return Counter.isReadBy(pred) ? pred : pred.accept(new Sorter()).pred();
  }

  /**
   * A sorted predicate.
   *
   * @param cost expected work, about 1 for comparing numbers
   * @param chance that it holds
   */
  private record Ranked(Pred pred, double cost, double chance) {
    double perFailure() {
      return cost / Math.max(1 - chance, 0.01);
    }

    double perSuccess() {
      return cost / Math.max(chance, 0.01);
    }
  }

  private static final class Sorter implements Pred.Visitor<Ranked> {
    @Override
    public Ranked visit(AllOf pred) {
      List<Ranked> sorted = sorted(pred.operands(), Comparator.comparingDouble(Ranked::perFailure));
      double cost = 0;
      double reached = 1;
      for (Ranked operand : sorted) {
        cost += reached * operand.cost();
        reached *= operand.chance();
      }
      return new Ranked(new AllOf(preds(sorted)), cost, reached);
    }

    @Override
    public Ranked visit(AnyOf pred) {
      List<Ranked> sorted = sorted(pred.operands(), Comparator.comparingDouble(Ranked::perSuccess));
      double cost = 0;
      double reached = 1;
      for (Ranked operand : sorted) {
        cost += reached * operand.cost();
        reached *= 1 - operand.chance();
      }
      return new Ranked(new AnyOf(preds(sorted)), cost, 1 - reached);
    }

    private List<Ranked> sorted(List<Pred> operands, Comparator<Ranked> order) {
      List<Ranked> ranked = new ArrayList<>();
      for (Pred operand : operands) {
        ranked.add(operand.accept(this));
      }
      ranked.sort(order);
      return ranked;
    }

    private static List<Pred> preds(List<Ranked> ranked) {
      return ranked.stream().map(Ranked::pred).toList();
    }

    @Override
    public Ranked visit(Not pred) {
      Ranked operand = pred.operand().accept(this);
      return new Ranked(new Not(operand.pred()), operand.cost(), 1 - operand.chance());
    }

    @Override
    public Ranked visit(Always pred) {
      return new Ranked(pred, 0, pred.value() ? 1 : 0);
    }

    @Override
    public Ranked visit(Exists pred) {
      return new Ranked(pred, Costs.of(pred.load()), 0.7);
    }

    @Override
    public Ranked visit(EventTypeIs pred) {
      return new Ranked(pred, 1, 0.3);
    }

    @Override
    public Ranked visit(Check pred) {
      int elements = pred.over() == Check.Over.ONE ? 1 : 4;
      double cost = Costs.of(pred.load()) + (double) elements * Costs.of(pred.test());
      return new Ranked(pred, cost, Costs.chance(pred.test()));
    }
  }
}
