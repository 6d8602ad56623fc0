package io.falcoj.testkit.run;

import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import java.util.List;

/**
 * What came of one case.
 *
 * @param problems one sentence each; empty when the case passed
 * @param nanos time it took
 */
public record TestResult(RuleTestSuite suite, RuleTest test, List<String> problems, long nanos) {
  public TestResult {
    problems = List.copyOf(problems);
  }

  public boolean passed() {
    return problems.isEmpty();
  }
}
