package io.falcoj.probe.capture;

import io.falcoj.runtime.pushdown.PushdownPlan;
import java.util.Set;

/**
 * What the probe shall tell of.
 *
 * @param calls portable codes of system calls
 * @param signals whether signals are told of
 * @param filters which of these events are not worth being sent
 */
public record ProbePlan(Set<Integer> calls, boolean signals, PushdownPlan filters) {
  public ProbePlan {
    calls = Set.copyOf(calls);
  }

  /** A plan that leaves nothing out of what it tells of. */
  public ProbePlan(Set<Integer> calls, boolean signals) {
    this(calls, signals, PushdownPlan.NONE);
  }

  /** The same with filters. */
  public ProbePlan with(PushdownPlan newFilters) {
    return new ProbePlan(calls, signals, newFilters);
  }
}
