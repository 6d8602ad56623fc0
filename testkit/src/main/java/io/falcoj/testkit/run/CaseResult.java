package io.falcoj.testkit.run;

import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import java.util.List;

/**
 * What came of one case.
 *
 * @param problems empty when the alerts are those that the case expects
 * @param alerts every alert, in order
 * @param nanos time it took
 */
public record CaseResult(
    RuleTestSuite suite,
    RuleTest test,
    Outcome outcome,
    List<Problem> problems,
    List<SeenAlert> alerts,
    Timeline timeline,
    long nanos) {
  public CaseResult {
    problems = List.copyOf(problems);
    alerts = List.copyOf(alerts);
  }
}
