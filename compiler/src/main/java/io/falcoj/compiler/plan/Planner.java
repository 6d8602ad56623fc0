package io.falcoj.compiler.plan;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.dispatch.Canonical;
import io.falcoj.compiler.dispatch.Decision;
import io.falcoj.compiler.dispatch.Dispatch;
import io.falcoj.compiler.dispatch.Dispatcher;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.plan.SourcePlan.PlannedRule;
import io.falcoj.runtime.schema.EventSources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Typed rules to a plan per source. */
public final class Planner {
  private final String source;
  private final List<PlannedRule> rules = new ArrayList<>();
  private final MethodSplitter preds = new MethodSplitter();
  private final Canonical canonical = new Canonical();
  private final Map<Pred, Integer> methods = new LinkedHashMap<>();
  private final Map<Load.Field, Integer> kept = new LinkedHashMap<>();
  private int slots;

  private Planner(String source) {
    this.source = source;
  }

  public static MatchPlan plan(TypedRules rules) {
    Map<String, Planner> planners = new LinkedHashMap<>();
    int index = 0;
    for (TypedRule rule : rules.rules()) {
      Planner planner = planners.computeIfAbsent(rule.rule().source(), Planner::new);
      planner.rules.add(new PlannedRule(index++, rule));
    }
    return new MatchPlan(planners.values().stream().map(Planner::finish).toList());
  }

  private SourcePlan finish() {
    Dispatch dispatch =
        Dispatcher.dispatch(
            rules.stream().map(PlannedRule::rule).toList(), source.equals(EventSources.SYSCALL));
    DecisionSplitter splitter = new DecisionSplitter(preds);
    List<List<Decision>> blocks = new ArrayList<>();
    for (List<Decision> block : dispatch.blocks()) {
      blocks.add(Decision.map(splitter.split(block), canonical::of));
    }
    remember(blocks, dispatch.groups());
    return new SourcePlan(source, rules, dispatch.withBlocks(blocks), methods, kept, slots);
  }

  /** Gives methods to what is too large to stand in one, and slots to what is asked repeatedly. */
  private void remember(List<List<Decision>> blocks, List<List<Integer>> groups) {
    for (Pred pred : preds.outlined()) {
      methods.put(canonical.of(pred), -1);
    }
    List<Uses> uses = blocks.stream().map(Uses::of).toList();
    for (List<Integer> group : groups) {
      Uses all = new Uses();
      group.forEach(block -> all.add(uses.get(block)));
      for (Pred pred : all.preds()) {
        if (all.several(pred) && Worth.remembering(pred) && methods.getOrDefault(pred, -1) < 0) {
          methods.put(pred, slots++);
        }
      }
    }
    Uses all = new Uses();
    uses.forEach(all::add);
    for (Load.Field field : KeptFields.among(all.preds())) {
      kept.put(field, slots++);
    }
  }
}
