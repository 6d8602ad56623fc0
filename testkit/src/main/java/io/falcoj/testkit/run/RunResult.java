package io.falcoj.testkit.run;

import java.util.List;

/**
 * What came of a run.
 *
 * @param cases in the order of files and of cases in them
 * @param nanos time it took, compiling included
 */
public record RunResult(List<CaseResult> cases, long nanos) {
  public RunResult {
    cases = List.copyOf(cases);
  }

  public boolean passed() {
    return cases.stream().noneMatch(c -> c.outcome().isFailure());
  }

  /** How many cases came out so. */
  public long count(Outcome outcome) {
    return cases.stream().filter(c -> c.outcome() == outcome).count();
  }
}
