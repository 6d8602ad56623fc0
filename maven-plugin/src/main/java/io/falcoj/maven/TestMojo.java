package io.falcoj.maven;

import io.falcoj.maven.build.Messages;
import io.falcoj.testkit.report.Reports;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.run.RunResult;
import io.falcoj.testkit.suite.SuiteException;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Runs the rule tests. Needs no other goal: rules are validated and compiled on the way, when they
 * have changed.
 */
@Mojo(name = "test", defaultPhase = LifecyclePhase.TEST, threadSafe = true)
public final class TestMojo extends AbstractTestingMojo {
  /** Fails when there is no test at all, e.g. {@code -Dfalco.failIfNoTests}. */
  @Parameter(property = "falco.failIfNoTests", defaultValue = "false")
  private boolean failIfNoTests;

  /**
   * Fails when {@code falco.test} selects nothing. For a build of several modules: {@code
   * -Dfalco.failIfNoSpecifiedTests=false}.
   */
  @Parameter(property = "falco.failIfNoSpecifiedTests", defaultValue = "true")
  private boolean failIfNoSpecifiedTests;

  /** Reports failures and goes on, e.g. {@code -Dfalco.testFailureIgnore}. */
  @Parameter(property = "falco.testFailureIgnore", defaultValue = "${maven.test.failure.ignore}")
  private boolean testFailureIgnore;

  @Override
  void run() throws MojoFailureException, RulesException, SuiteException, IOException {
    RunResult result = runTests(console());
    Reports.write(report(result), reportFolder());
    if (result.cases().isEmpty()) {
      noTests();
    } else if (!result.passed()) {
      String message = Messages.failed(result);
      if (!testFailureIgnore) {
        throw new MojoFailureException(message);
      }
      getLog().error(message);
    }
  }

  private void noTests() throws MojoFailureException {
    boolean selected = !selection().isEmpty();
    String message =
        selected
            ? "no case has a name like falco.test=" + selection()
            : "no tests: there is no *.test.yaml in " + rules().tests();
    if (selected && failIfNoSpecifiedTests) {
      throw new MojoFailureException(
          message + "; -Dfalco.failIfNoSpecifiedTests=false lets that pass");
    }
    if (failIfNoTests) {
      throw new MojoFailureException(message + ", and falco.failIfNoTests is set");
    }
    getLog().info(message);
  }
}
