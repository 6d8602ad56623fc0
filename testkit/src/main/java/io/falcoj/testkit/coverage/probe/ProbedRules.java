package io.falcoj.testkit.coverage.probe;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.explain.Explainer;
import io.falcoj.compiler.explain.RuleExplainer;
import io.falcoj.runtime.abi.MatchContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of one set with probes. Every rule that runs is evaluated for each event that it is
 * shown, also behind one that matches: the order of rules hides no condition. Used by one thread.
 */
public final class ProbedRules {
  private final List<ProbedRule> rules = new ArrayList<>();
  private final Outcomes values = new Outcomes();
  private final Map<String, Map<Integer, Shown>> shown = new HashMap<>();

  /**
   * What rules make of events of one type.
   *
   * @param rules those that are shown them
   * @param decided checks of others that keep such events from their rules
   */
  private record Shown(List<ProbedRule> rules, List<Leaf> decided) {}

  public ProbedRules(CheckedRules checked) {
    int leaves = 0;
    for (RuleExplainer rule : new Explainer(checked.parsed(), checked.typed()).all()) {
      ProbedCondition condition = new ProbedCondition(rule.condition(), leaves, values::add);
      rules.add(new ProbedRule(rules.size(), rule, condition));
      leaves += condition.leaves().size();
    }
  }

  /** In order of evaluation, disabled ones included. */
  public List<ProbedRule> all() {
    return rules;
  }

  /** Shows an event of that source to the rules that run. */
  void event(String source, BitSet running, MatchContext ctx, CaseWatch seen) {
    values.begin();
    Probes probes = new Probes(values, ctx, seen.seenTrue, seen.seenFalse);
    Shown now =
        shown
            .computeIfAbsent(source, s -> new HashMap<>())
            .computeIfAbsent(ctx.eventCode(), c -> shown(source, ctx));
    if (!seen.codes.get(ctx.eventCode())) {
      seen.codes.set(ctx.eventCode());
      now.decided.forEach(leaf -> probes.see(leaf.index(), leaf.negated()));
    }
    for (ProbedRule rule : now.rules) {
      if (running.get(rule.index())) {
        seen.evaluated.set(rule.index());
        if (rule.holds(probes)) {
          seen.matched.set(rule.index());
        }
      }
    }
  }

  private Shown shown(String source, MatchContext ctx) {
    Shown result = new Shown(new ArrayList<>(), new ArrayList<>());
    for (ProbedRule rule : rules) {
      if (!rule.rule().source().equals(source)) {
        continue;
      }
      if (rule.isShown(ctx)) {
        result.rules.add(rule);
      } else {
        result.decided.addAll(rule.deciding(ctx));
      }
    }
    return result;
  }
}
