package io.falcoj.testkit.coverage.probe;

import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.explain.RuleExplainer;
import io.falcoj.runtime.abi.MatchContext;
import java.util.ArrayList;
import java.util.List;

/** A rule whose condition has probes. */
public final class ProbedRule {
  private final int index;
  private final RuleExplainer rule;
  private final ProbedCondition condition;

  ProbedRule(int index, RuleExplainer rule, ProbedCondition condition) {
    this.index = index;
    this.rule = rule;
    this.condition = condition;
  }

  /** Its place in the order of evaluation. */
  public int index() {
    return index;
  }

  public RuleDef rule() {
    return rule.rule();
  }

  /** The condition as written. */
  public Clause clause() {
    return rule.condition();
  }

  /** Its checks in their order. */
  public List<Leaf> leaves() {
    return condition.leaves();
  }

  boolean isShown(MatchContext ctx) {
    return rule.isShown(ctx);
  }

  boolean holds(Probes probes) {
    return condition.holds(probes);
  }

  /** The checks that keep events of the context's type from the rule, as explanations name them. */
  List<Leaf> deciding(MatchContext ctx) {
    List<Leaf> found = new ArrayList<>();
    for (Clause clause : rule.gate(ctx).deciding()) {
      leaves().stream().filter(leaf -> leaf.clause() == clause).forEach(found::add);
    }
    return found;
  }
}
