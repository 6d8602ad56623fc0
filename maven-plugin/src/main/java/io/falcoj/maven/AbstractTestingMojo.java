package io.falcoj.maven;

import io.falcoj.maven.build.RuleBuild;
import io.falcoj.maven.build.RuleProject;
import io.falcoj.testkit.report.view.FileNames;
import io.falcoj.testkit.report.view.RunReport;
import io.falcoj.testkit.run.RuleTestRunner;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.run.RunListener;
import io.falcoj.testkit.run.RunOptions;
import io.falcoj.testkit.run.RunResult;
import io.falcoj.testkit.suite.SuiteException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What goals know that run rule tests. */
abstract class AbstractTestingMojo extends AbstractFalcoMojo {
  /**
   * Globs of the names of cases that run, e.g. {@code -Dfalco.test='*shell*,cron starts a shell'};
   * all when left out.
   */
  @Parameter(property = "falco.test")
  private @Nullable List<String> tests;

  /** Leaves the tests out, as for other test plugins, e.g. {@code -DskipTests}. */
  @Parameter(property = "skipTests", defaultValue = "false")
  private boolean skipTests;

  /** Leaves the tests out, as for other test plugins, e.g. {@code -Dmaven.test.skip}. */
  @Parameter(property = "maven.test.skip", defaultValue = "false")
  private boolean skipAllTests;

  @Override
  final @Nullable String skipReason() {
    String reason = super.skipReason();
    return reason != null
        ? reason
        : skipTests ? "skipTests" : skipAllTests ? "maven.test.skip" : null;
  }

  /** What {@code falco.test} says; empty when all cases run. */
  final String selection() {
    return tests == null ? "" : String.join(",", tests);
  }

  /** Where reports of tests go. */
  final Path reportFolder() {
    return rules().work().resolve("reports");
  }

  /** What reports tell of a run. */
  final RunReport report(RunResult result) {
    Path base = project.getBasedir().toPath();
    return RunReport.of(
        project.getArtifactId(), new FileNames(base, List.of(rules().tests())), result);
  }

  /** Which cases run, and how. */
  final RunOptions runOptions() {
    return RunOptions.of(rules().rules()).withTests(tests == null ? List.of() : tests);
  }

  /**
   * Brings the compiled rules in {@code target/falco} up to date, which tells the diagnostics, and
   * runs the tests.
   */
  final RunResult runTests(RunListener listener)
      throws MojoFailureException, RulesException, SuiteException, IOException {
    RuleProject rules = rules();
    new RuleBuild(rules, getLog()).update();
    return new RuleTestRunner(runOptions()).runAll(rules.tests(), listener);
  }
}
