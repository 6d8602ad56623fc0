package io.falcoj.testkit.mutation.replay;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.testkit.suite.Expectation;
import io.falcoj.testkit.suite.RuleTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges counts of alerts: those of one kind are all the same to the case. */
final class CaseJudge {
  private final List<String> kinds = new ArrayList<>();
  private final Map<String, Integer> known = new HashMap<>();
  private final List<Expectation> expected;

  CaseJudge(RuleTest test) {
    this.expected = test.expected();
  }

  /** The kind of the alert that the rule gives for the context's event. */
  int kind(String rule, MatchContext ctx) {
    return known.computeIfAbsent(
        rule,
        name -> {
          kinds.add(name);
          return kinds.size() - 1;
        });
  }

  /** Whether the case names the rule; an alert of another one is always too much. */
  boolean expects(String rule) {
    return expected.stream().anyMatch(expectation -> expectation.rule().equals(rule));
  }

  /**
   * Whether the case passes with so many alerts.
   *
   * @param counts by kind
   */
  boolean passes(Map<Integer, Long> counts) {
    for (Expectation expectation : expected) {
      long count = 0;
      for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
        count += kinds.get(entry.getKey()).equals(expectation.rule()) ? entry.getValue() : 0;
      }
      if (count < expectation.min() || count > expectation.max()) {
        return false;
      }
    }
    return counts.entrySet().stream()
        .allMatch(entry -> entry.getValue() == 0 || expects(kinds.get(entry.getKey())));
  }
}
