package io.falcoj.probe.capture;

import java.util.Set;

/**
 * What the probe shall tell of.
 *
 * @param calls portable codes of system calls
 * @param signals whether signals are told of
 */
public record ProbePlan(Set<Integer> calls, boolean signals) {
  public ProbePlan {
    calls = Set.copyOf(calls);
  }
}
