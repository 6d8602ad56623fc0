package io.falcoj.maven;

import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.maven.build.RuleProject;
import io.falcoj.testkit.coverage.CoverageRecorder;
import io.falcoj.testkit.mutation.MutationOptions;
import io.falcoj.testkit.mutation.MutationTester;
import io.falcoj.testkit.report.Reports;
import io.falcoj.testkit.report.view.RunReport;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.run.RunResult;
import io.falcoj.testkit.suite.SuiteException;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Runs the rule tests and writes all that is to be known of them to {@code target/site/falco}: a
 * page with failures and conditions coloured by coverage, and the same for programs. Cases that
 * fail are shown and fail nothing; that is what {@code falco:test} is for. Bound to the phase
 * {@code site}, the page is part of the project's site.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.SITE, threadSafe = true)
public final class ReportMojo extends AbstractTestingMojo {
  /** Where the reports go, e.g. {@code -Dfalco.reportDirectory=target/report}. */
  @Parameter(
      property = "falco.reportDirectory",
      defaultValue = "${project.reporting.outputDirectory}/falco")
  private File reportDirectory;

  /**
   * Also changes the rules as {@code falco:mutate} does, and shows what no case notices, e.g.
   * {@code -Dfalco.report.mutation}. It takes its time.
   */
  @Parameter(property = "falco.report.mutation", defaultValue = "false")
  private boolean mutation;

  @Override
  void run() throws MojoFailureException, RulesException, SuiteException, IOException {
    RuleProject rules = rules();
    CoverageRecorder recorder = new CoverageRecorder(rules.rules());
    RunResult result = runTests(console().and(recorder));
    RunReport report =
        report(result)
            .withFindings(
                RuleCompiler.check(RuleFiles.read(rules.rules()), rules.compilerOptions())
                    .diagnostics())
            .withCoverage(recorder.data().report());
    if (mutation) {
      MutationTester tester = new MutationTester(MutationOptions.standard());
      report = report.withMutation(tester.run(recorder.data(), this::name));
    }
    Reports.write(report, reportDirectory.toPath());
    getLog().info("report " + reportDirectory.toPath().resolve("index.html"));
  }
}
