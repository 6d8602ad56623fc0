package io.falcoj.maven;

import io.falcoj.testkit.report.ConsoleReporter;
import io.falcoj.testkit.run.RuleTestRunner;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.run.RunOptions;
import io.falcoj.testkit.run.RunResult;
import io.falcoj.testkit.suite.SuiteException;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Runs the rule tests. */
@Mojo(name = "test", defaultPhase = LifecyclePhase.TEST, threadSafe = true)
public final class TestMojo extends AbstractFalcoMojo {
  /** Folder of the test files, e.g. {@code src/test/falco}; every {@code *.test.yaml} below it. */
  @Parameter(property = "falco.testDirectory", defaultValue = "${project.basedir}/src/test/falco")
  private File testDirectory;

  /** Leaves the tests out, as it does for other test plugins. */
  @Parameter(property = "skipTests", defaultValue = "false")
  private boolean skipTests;

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    if (skipTests) {
      getLog().info("rule tests are skipped (skipTests)");
      return;
    }
    ConsoleReporter console = new ConsoleReporter(line -> getLog().info(line));
    RunResult result;
    try {
      result =
          new RuleTestRunner(RunOptions.of(rulePaths())).runAll(testDirectory.toPath(), console);
    } catch (SuiteException | RulesException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("a test file cannot be read: " + e.getMessage(), e);
    }
    if (!result.passed()) {
      throw new MojoFailureException("rule tests failed; the lines above say which and why");
    }
  }
}
