package io.falcoj.maven;

import io.falcoj.compiler.diag.Finding;
import io.falcoj.maven.build.RefusedRules;
import io.falcoj.maven.build.RuleBuild;
import io.falcoj.maven.build.RuleProject;
import io.falcoj.maven.build.TestConsole;
import io.falcoj.testkit.coverage.CoverageData;
import io.falcoj.testkit.coverage.CoverageRecorder;
import io.falcoj.testkit.report.Reports;
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
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What goals know that run rule tests. */
abstract class AbstractTestingMojo extends AbstractFalcoMojo {
  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /**
   * Patterns of the names of cases that run, e.g. {@code -Dfalco.test='*shell*,!cron*'}: {@code *}
   * is any characters, {@code ?} is one, {@code !} leaves cases out. All when left out.
   */
  @Parameter(property = "falco.test")
  private @Nullable List<String> tests;

  /** How many cases run at once, e.g. {@code -Dfalco.threads=4}; 0 for one on each processor. */
  @Parameter(property = "falco.threads", defaultValue = "0")
  private int threads;

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

  /** Tells the log of the cases; on a terminal also how far a long run has come. */
  final RunListener console() {
    return TestConsole.of(getLog(), session);
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
    RunOptions options =
        RunOptions.of(rules().rules()).withTests(tests == null ? List.of() : tests);
    return threads > 0 ? options.withThreads(threads) : options;
  }

  /**
   * Brings the compiled rules in {@code target/falco} up to date, which tells the diagnostics, and
   * runs the tests.
   */
  final RunResult runTests(RunListener listener)
      throws MojoFailureException, RulesException, SuiteException, IOException {
    RuleProject rules = rules();
    try {
      new RuleBuild(rules, getLog()).update();
      RunOptions options = runOptions();
      if (!options.rules().isEmpty()) {
        options = options.withBundle(rules.bundle());
      }
      return new RuleTestRunner(options).runAll(rules.tests(), listener);
    } catch (RefusedRules e) {
      reportFindings(e.findings());
      throw e;
    } catch (SuiteException e) {
      reportFindings(e.findings());
      throw e;
    }
  }

  /** Mistakes that keep tests from running stand in the reports instead of results. */
  private void reportFindings(List<? extends Finding> findings) throws IOException {
    RunResult nothing = new RunResult(List.of(), 0);
    Reports.write(report(nothing).withFindings(findings), reportFolder());
  }

  /** A run and what its cases show of conditions. */
  record Recorded(RunResult result, CoverageData data) {}

  /**
   * Runs the tests as {@link #runTests} and records what their cases show of conditions.
   *
   * @throws MojoFailureException when a case fails
   */
  final Recorded recordTests()
      throws MojoFailureException, RulesException, SuiteException, IOException {
    CoverageRecorder recorder = new CoverageRecorder(rules().rules());
    RunResult result = runTests(console().and(recorder));
    if (!result.passed()) {
      throw new MojoFailureException(
          "rule tests failed; the lines above say which and why. Mend them first: mvn falco:test");
    }
    return new Recorded(result, recorder.data());
  }

  /** A rule or test file's name in reports. */
  final String name(String file) {
    return new FileNames(project.getBasedir().toPath(), List.of()).of(Path.of(file));
  }
}
