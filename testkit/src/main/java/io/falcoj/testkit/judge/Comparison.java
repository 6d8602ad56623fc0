package io.falcoj.testkit.judge;

import io.falcoj.testkit.suite.Expectation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares the alerts of one rule with its expectations. */
final class Comparison {
  private final List<Expectation> expected;
  private final List<AlertGroup> groups;
  private final Assignment assignment;

  private Comparison(RuleAlerts alerts) {
    this.expected = alerts.expected();
    this.groups = List.copyOf(alerts.groups());
    this.assignment = assignment();
  }

  /** How they differ, in the order of expectations. */
  static List<Difference> differences(RuleAlerts alerts) {
    if (alerts.expected().isEmpty()) {
      AlertGroup all = alerts.groups().iterator().next();
      return List.of(new Difference.Unexpected(all.count, all.first));
    }
    return new Comparison(alerts).differences();
  }

  private Assignment assignment() {
    boolean[][] fits = new boolean[groups.size()][expected.size()];
    for (int g = 0; g < fits.length; g++) {
      for (int e = 0; e < expected.size(); e++) {
        fits[g][e] = groups.get(g).unmet.get(e).size() == 0;
      }
    }
    return new Assignment(
        groups.stream().mapToLong(group -> group.count).toArray(),
        fits,
        expected.stream().map(e -> (long) e.min()).toList(),
        expected.stream().map(e -> (long) e.max()).toList());
  }

  private List<Difference> differences() {
    List<Difference> found = new ArrayList<>();
    for (int e = 0; e < expected.size(); e++) {
      Expectation expectation = expected.get(e);
      List<Difference> others = new ArrayList<>();
      long near = 0;
      for (int g = 0; g < groups.size(); g++) {
        long left = assignment.left(g);
        if (left > 0 && nearest(g) == e) {
          near += left;
          others.add(difference(g, e, left));
        }
      }
      long missing = expectation.min() - assignment.taken(e);
      if (missing > near) {
        found.add(new Difference.Missing(expectation, assignment.taken(e)));
      }
      found.addAll(others);
    }
    return found;
  }

  /** The expectation that the group's alerts miss by least; of such, one that lacks alerts. */
  private int nearest(int group) {
    List<Integer> order = new ArrayList<>();
    for (int e = 0; e < expected.size(); e++) {
      order.add(e);
    }
    return order.stream()
        .min(
            Comparator.comparingInt((Integer e) -> groups.get(group).unmet.get(e).size())
                .thenComparing(e -> assignment.taken(e) >= expected.get(e).min()))
        .orElseThrow();
  }

  private Difference difference(int g, int e, long left) {
    AlertGroup group = groups.get(g);
    Unmet unmet = group.unmet.get(e);
    return unmet.size() > 0
        ? new Difference.Otherwise(expected.get(e), unmet, left, group.at(0))
        : new Difference.TooMany(
            expected.get(e), assignment.taken(e) + left, group.at(group.count - left));
  }
}
