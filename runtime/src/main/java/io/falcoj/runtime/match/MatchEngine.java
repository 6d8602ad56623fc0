package io.falcoj.runtime.match;

import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.bundle.Bundle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** The loaded bundles as one rule set: which rules run, and what they matched. */
public final class MatchEngine {
  private final List<Bundle> bundles;
  private final MatchOptions options;
  private final List<RuleInfo> rules;
  private final boolean[] active;
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
    this.active = new boolean[rules.size()];
    for (int i = 0; i < active.length; i++) {
      active[i] = runs(rules.get(i));
    }
    this.stats = new MatchStats(rules);
  }

  /** Rules of all bundles; a rule's place here is what listeners are told. */
  public List<RuleInfo> rules() {
    return rules;
  }

  /** True when the rule is enabled and severe enough. */
  public boolean isActive(int rule) {
    return active[rule];
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

  private boolean runs(RuleInfo rule) {
    boolean enabled = rule.enabled();
    for (RuleSelection selection : options.selections()) {
      if (selection.selects(rule.name(), new HashSet<>(rule.tags()))) {
        enabled = selection.enable();
      }
    }
    return enabled
        && Priorities.rank(rule.priority()) <= Priorities.rank(options.minimumPriority());
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

  /** For each rule whether it is switched off. */
  boolean[] inactive() {
    boolean[] inactive = new boolean[active.length];
    for (int i = 0; i < active.length; i++) {
      inactive[i] = !active[i];
    }
    return inactive;
  }

  boolean matchesAll() {
    return options.all();
  }
}
