package io.falcoj.testkit.judge;

import java.util.ArrayList;
import java.util.List;

/** Alerts of a rule that meet the same demands: counted, the first ones kept. */
final class AlertGroup {
  /** Alerts that are kept. */
  private static final int MOST = 5;

  /** For each expectation of the rule what the alerts do not meet. */
  final List<Unmet> unmet;

  final List<Hit> first = new ArrayList<>();
  long count;

  AlertGroup(List<Unmet> unmet) {
    this.unmet = unmet;
  }

  boolean wants() {
    return first.size() < MOST;
  }

  void add(Hit hit) {
    first.add(hit);
  }

  /** The alert at that place, or the last before it that was kept. */
  Hit at(long place) {
    return first.get((int) Math.min(place, first.size() - 1));
  }
}
