package io.falcoj.runtime.match;

import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.bundle.Bundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** The loaded bundles as one rule set: which rules run, and what they matched. */
public final class MatchEngine {
  private final List<Bundle> bundles;
  private final MatchOptions options;
  private final List<RuleInfo> rules;

  /** For each rule when it was switched on: 0 at the start, -1 for off. */
  private final int[] generations;

  private final MatchStats stats;

  /**
   * @param bundles in the order in which they judge an event
   */
  public MatchEngine(List<Bundle> bundles, MatchOptions options) {
    this.bundles = List.copyOf(bundles);
    this.options = options;
    List<RuleInfo> joined = new ArrayList<>();
    bundles.forEach(bundle -> joined.addAll(bundle.rules()));
    this.rules = List.copyOf(joined);
    this.generations = new int[rules.size()];
    for (int i = 0; i < generations.length; i++) {
      generations[i] = generation(rules.get(i));
    }
    this.stats = new MatchStats(rules);
  }

  /** Rules of all bundles; a rule's place here is what listeners are told. */
  public List<RuleInfo> rules() {
    return rules;
  }

  /** True when the rule is enabled and severe enough. */
  public boolean isActive(int rule) {
    return generations[rule] >= 0;
  }

  public MatchStats stats() {
    return stats;
  }

  /**
   * A matcher for the events of one source.
   *
   * @param contexts makes contexts over those events, one for each bundle
   */
  public SourceMatcher matcher(
      String source, Supplier<MatchContext> contexts, MatchListener listener) {
    return new SourceMatcher(this, source, contexts, listener);
  }

  /**
   * The entry of {@code rules} that switched the rule on, from 1; 0 when it was on before; -1 when
   * it does not run. Falco appends what is switched on to what is on already.
   */
  private int generation(RuleInfo rule) {
    if (Priorities.rank(rule.priority()) > Priorities.rank(options.minimumPriority())) {
      return -1;
    }
    Set<String> only = options.only();
    if (only != null) {
      return only.contains(rule.name()) ? 0 : -1;
    }
    int generation = rule.enabled() ? 0 : -1;
    int entry = 0;
    for (RuleSelection selection : options.selections()) {
      entry++;
      if (selection.selects(rule.name(), new HashSet<>(rule.tags()))) {
        generation = !selection.enable() ? -1 : generation < 0 ? entry : generation;
      }
    }
    return generation;
  }

  CompiledRuleSet[] ruleSets(String source) {
    return bundles.stream()
        .map(bundle -> bundle.ruleSet(source))
        .filter(Objects::nonNull)
        .toArray(CompiledRuleSet[]::new);
  }

  /** For each of {@link #ruleSets} the place of its bundle's first rule in {@link #rules}. */
  int[] bases(String source) {
    List<Integer> bases = new ArrayList<>();
    int base = 0;
    for (Bundle bundle : bundles) {
      if (bundle.ruleSet(source) != null) {
        bases.add(base);
      }
      base += bundle.rules().size();
    }
    return bases.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The rules in the order in which they judge: for each generation, for each rule whether it is
   * none of it. At least one.
   */
  List<boolean[]> skipped() {
    List<boolean[]> skipped = new ArrayList<>();
    for (int generation = 0; generation <= options.selections().size(); generation++) {
      boolean[] others = new boolean[generations.length];
      boolean empty = true;
      for (int rule = 0; rule < others.length; rule++) {
        others[rule] = generations[rule] != generation;
        empty &= others[rule];
      }
      if (!empty) {
        skipped.add(others);
      }
    }
    if (skipped.isEmpty()) {
      boolean[] none = new boolean[generations.length];
      Arrays.fill(none, true);
      skipped.add(none);
    }
    return skipped;
  }

  boolean matchesAll() {
    return options.all();
  }
}
