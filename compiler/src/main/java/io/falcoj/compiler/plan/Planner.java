package io.falcoj.compiler.plan;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.runtime.schema.EventSources;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Typed rules to a plan per source. */
public final class Planner {
  private final String source;
  private final MethodSplitter splitter = new MethodSplitter();
  private final Interner interner = new Interner();
  private final List<PlannedRule> planned = new ArrayList<>();
  private final List<BitSet> codes = new ArrayList<>();

  private Planner(String source) {
    this.source = source;
  }

  public static MatchPlan plan(TypedRules rules) {
    Map<String, Planner> planners = new LinkedHashMap<>();
    int index = 0;
    for (TypedRule rule : rules.rules()) {
      planners.computeIfAbsent(rule.rule().source(), Planner::new).add(rule, index++);
    }
    return new MatchPlan(planners.values().stream().map(Planner::finish).toList());
  }

  private boolean hasEventCodes() {
    return source.equals(EventSources.SYSCALL);
  }

  private void add(TypedRule rule, int index) {
    Pred condition = rule.condition();
    Pred async = Always.FALSE;
    BitSet shown = new BitSet();
    if (hasEventCodes()) {
      shown = EventTypeIndex.codes(rule);
      BitSet only = new BitSet();
      only.set(EventTypeIndex.ASYNC);
      async = splitter.split(EventTypeIndex.fold(condition, only));
      condition = EventTypeIndex.fold(condition, shown);
    }
    Pred main = interner.intern(splitter.split(condition));
    planned.add(new PlannedRule(index, rule, main, async));
    codes.add(shown);
  }

  private SourcePlan finish() {
    Map<Pred, Integer> methods = new LinkedHashMap<>();
    int slots = 0;
    for (Pred pred : splitter.outlined()) {
      methods.put(pred, -1);
    }
    for (Map.Entry<Pred, Integer> use : interner.uses().entrySet()) {
      if (use.getValue() > 1 && Worth.remembering(use.getKey())) {
        methods.put(use.getKey(), slots++);
      }
    }
    Map<Load.Field, Integer> kept = new LinkedHashMap<>();
    for (Load.Field field : KeptFields.among(interner.uses().keySet())) {
      kept.put(field, slots++);
    }
    Dispatch dispatch = hasEventCodes() ? byCode() : forAll();
    return new SourcePlan(
        source,
        planned,
        dispatch.groups,
        dispatch.groupOfCode,
        dispatch.asyncGroup,
        methods,
        kept,
        slots);
  }

  private record Dispatch(List<List<Integer>> groups, List<Integer> groupOfCode, int asyncGroup) {}

  private Dispatch forAll() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < planned.size(); i++) {
      all.add(i);
    }
    return new Dispatch(List.of(all), List.of(), -1);
  }

  private Dispatch byCode() {
    Map<List<Integer>, Integer> numbers = new LinkedHashMap<>();
    List<Integer> groupOfCode = new ArrayList<>();
    for (int code = 0; code < EventTypeIndex.SIZE; code++) {
      List<Integer> shown = new ArrayList<>();
      for (int i = 0; i < codes.size(); i++) {
        if (codes.get(i).get(code)) {
          shown.add(i);
        }
      }
      int next = numbers.size();
      groupOfCode.add(shown.isEmpty() ? -1 : numbers.computeIfAbsent(shown, s -> next));
    }
    List<List<Integer>> groups = new ArrayList<>(numbers.keySet());
    List<Integer> async = new ArrayList<>();
    for (int i = 0; i < planned.size(); i++) {
      if (!planned.get(i).asyncCondition().equals(Always.FALSE)) {
        async.add(i);
      }
    }
    int asyncGroup = -1;
    if (!async.isEmpty()) {
      asyncGroup = groups.size();
      groups.add(async);
      groupOfCode.set(EventTypeIndex.ASYNC, asyncGroup);
    }
    return new Dispatch(groups, groupOfCode, asyncGroup);
  }
}
