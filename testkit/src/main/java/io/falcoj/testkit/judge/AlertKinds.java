package io.falcoj.testkit.judge;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.output.render.AlertFactory;
import io.falcoj.testkit.suite.Expectation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells alerts apart as far as a case does, so that numbers of them can be judged without the
 * alerts. Used by one thread.
 */
public final class AlertKinds {
  private final List<RuleInfo> rules;
  private final AlertFactory alerts;
  private final List<Expectation> expected;
  private final Map<Integer, RuleAlerts> byRule = new HashMap<>();
  private final Map<Kind, Integer> known = new HashMap<>();
  private final List<Kind> kinds = new ArrayList<>();

  /**
   * Alerts of a rule that are all the same to the case.
   *
   * @param unmet for each expectation of the rule what they do not meet
   */
  private record Kind(int rule, List<Unmet> unmet) {}

  /**
   * @param alerts of these rules; no other thread uses it meanwhile
   */
  public AlertKinds(List<RuleInfo> rules, AlertFactory alerts, List<Expectation> expected) {
    this.rules = rules;
    this.alerts = alerts;
    this.expected = expected;
  }

  /**
   * The kind of the alert that a rule gives for the context's event.
   *
   * @param rule place of the rule in the list
   */
  public int kind(int rule, MatchContext ctx) {
    RuleAlerts of = byRule.computeIfAbsent(rule, this::alerts);
    List<Unmet> unmet = of.unmet(ctx, () -> alerts.create(rule, ctx).message().toString());
    return known.computeIfAbsent(
        new Kind(rule, unmet),
        kind -> {
          kinds.add(kind);
          return kinds.size() - 1;
        });
  }

  private RuleAlerts alerts(int rule) {
    RuleInfo info = rules.get(rule);
    return new RuleAlerts(
        info, expected.stream().filter(e -> e.rule().equals(info.name())).toList());
  }

  /**
   * Whether the case passes with so many alerts of each kind, and no others.
   *
   * @param counts by kind
   */
  public boolean passes(Map<Integer, Long> counts) {
    Map<String, Map<Kind, Long>> byName = new HashMap<>();
    for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
      Kind kind = kinds.get(entry.getKey());
      if (entry.getValue() > 0) {
        byName
            .computeIfAbsent(rules.get(kind.rule).name(), n -> new HashMap<>())
            .put(kind, entry.getValue());
      }
    }
    for (Expectation expectation : expected) {
      byName.computeIfAbsent(expectation.rule(), n -> new HashMap<>());
    }
    return byName.entrySet().stream().allMatch(e -> passes(e.getKey(), e.getValue()));
  }

  private boolean passes(String rule, Map<Kind, Long> counts) {
    List<Expectation> own = expected.stream().filter(e -> e.rule().equals(rule)).toList();
    List<Kind> groups = List.copyOf(counts.keySet());
    boolean[][] fits = new boolean[groups.size()][own.size()];
    for (int g = 0; g < fits.length; g++) {
      for (int e = 0; e < own.size(); e++) {
        fits[g][e] = groups.get(g).unmet.get(e).size() == 0;
      }
    }
    Assignment assignment =
        new Assignment(
            groups.stream().mapToLong(counts::get).toArray(),
            fits,
            own.stream().map(e -> (long) e.min()).toList(),
            own.stream().map(e -> (long) e.max()).toList());
    for (int g = 0; g < groups.size(); g++) {
      if (assignment.left(g) > 0) {
        return false;
      }
    }
    for (int e = 0; e < own.size(); e++) {
      if (assignment.taken(e) < own.get(e).min()) {
        return false;
      }
    }
    return true;
  }
}
