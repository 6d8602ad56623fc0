package io.falcoj.testkit.run;

import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import java.util.List;

/**
 * What came of one case. Keeps nothing of its events.
 *
 * @param problems empty when the alerts are those that the case expects
 * @param alerts the first {@value #MOST_ALERTS} alerts, in order
 * @param alertCount how many there were
 * @param warnings what of the events could not be read and was left out; the first {@value
 *     #MOST_WARNINGS}
 * @param nanos time it took
 */
public record CaseResult(
    RuleTestSuite suite,
    RuleTest test,
    Outcome outcome,
    List<Problem> problems,
    List<SeenAlert> alerts,
    long alertCount,
    Timeline timeline,
    List<String> warnings,
    long nanos) {
  public static final int MOST_ALERTS = 1000;
  public static final int MOST_WARNINGS = 20;

  public CaseResult {
    problems = List.copyOf(problems);
    alerts = List.copyOf(alerts);
    warnings = List.copyOf(warnings);
  }

  /** With these alerts and no others, and without warnings. */
  public CaseResult(
      RuleTestSuite suite,
      RuleTest test,
      Outcome outcome,
      List<Problem> problems,
      List<SeenAlert> alerts,
      Timeline timeline,
      long nanos) {
    this(suite, test, outcome, problems, alerts, alerts.size(), timeline, List.of(), nanos);
  }
}
