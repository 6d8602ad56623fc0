package io.falcoj.compiler.dispatch;

import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.opt.Estimate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Expected work of rules, in the units of {@link Estimate}. What operands say of an event is taken
 * to be independent.
 */
final class Work {
  /** Work of calling a rule, even if it fails at once. */
  static final double CALL = 3;

  private static final double LEAST_CHANCE = 0.001;

  private final Map<Pred, Estimate> estimates = new IdentityHashMap<>();

  Estimate of(Pred operand) {
    return estimates.computeIfAbsent(operand, Estimate::of);
  }

  /** The rule with all its operands in order. */
  double of(Candidate candidate) {
    double work = CALL;
    double reached = 1;
    for (Pred operand : candidate.operands()) {
      work += reached * of(operand).cost();
      reached *= of(operand).chance();
    }
    return work;
  }

  /** For each operand what the rule takes when that one was asked before, and holds. */
  double[] withoutEach(Candidate candidate) {
    List<Pred> operands = candidate.operands();
    double[] before = new double[operands.size()];
    double work = 0;
    double reached = 1;
    for (int i = 0; i < before.length; i++) {
      before[i] = work;
      work += reached * of(operands.get(i)).cost();
      reached *= of(operands.get(i)).chance();
    }
    double[] without = new double[before.length];
    for (int i = 0; i < before.length; i++) {
      double after = i + 1 < before.length ? work - before[i + 1] : 0;
      double chance = Math.max(of(operands.get(i)).chance(), LEAST_CHANCE);
      without[i] = CALL + before[i] + after / chance;
    }
    return without;
  }
}
