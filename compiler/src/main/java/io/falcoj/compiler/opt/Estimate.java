package io.falcoj.compiler.opt;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import java.util.List;

/**
 * What evaluating a predicate is expected to take.
 *
 * @param cost expected work, about 1 for comparing numbers
 * @param chance that it holds
 */
public record Estimate(double cost, double chance) {
  private static final double LEAST_CHANCE = 0.01;

  /** Work until it is known that the predicate fails, if only this one may say so. */
  double perFailure() {
    return cost / Math.max(1 - chance, LEAST_CHANCE);
  }

  /** Work until it is known that the predicate holds, if only this one may say so. */
  double perSuccess() {
    return cost / Math.max(chance, LEAST_CHANCE);
  }

  /** Of a predicate as it is, its operands evaluated in their order. */
  public static Estimate of(Pred pred) {
    return pred.accept(new Estimator());
  }

  static Estimate allOf(List<Estimate> operands) {
    double cost = 0;
    double reached = 1;
    for (Estimate operand : operands) {
      cost += reached * operand.cost();
      reached *= operand.chance();
    }
    return new Estimate(cost, reached);
  }

  static Estimate anyOf(List<Estimate> operands) {
    double cost = 0;
    double reached = 1;
    for (Estimate operand : operands) {
      cost += reached * operand.cost();
      reached *= 1 - operand.chance();
    }
    return new Estimate(cost, 1 - reached);
  }

  Estimate negated() {
    return new Estimate(cost, 1 - chance);
  }

  private static final class Estimator implements Pred.Visitor<Estimate> {
    private List<Estimate> all(List<Pred> operands) {
      return operands.stream().map(operand -> operand.accept(this)).toList();
    }

    @Override
    public Estimate visit(AllOf pred) {
      return allOf(all(pred.operands()));
    }

    @Override
    public Estimate visit(AnyOf pred) {
      return anyOf(all(pred.operands()));
    }

    @Override
    public Estimate visit(Not pred) {
      return pred.operand().accept(this).negated();
    }

    @Override
    public Estimate visit(Always pred) {
      return new Estimate(0, pred.value() ? 1 : 0);
    }

    @Override
    public Estimate visit(Exists pred) {
      return new Estimate(Costs.of(pred.load()), 0.7);
    }

    @Override
    public Estimate visit(EventTypeIs pred) {
      return new Estimate(1, 0.3);
    }

    @Override
    public Estimate visit(Check pred) {
      int elements = pred.over() == Check.Over.ONE ? 1 : 4;
      double cost = Costs.of(pred.load()) + (double) elements * Costs.of(pred.test());
      return new Estimate(cost, Costs.chance(pred.load(), pred.test()));
    }
  }
}
