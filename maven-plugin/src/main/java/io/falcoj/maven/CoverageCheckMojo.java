package io.falcoj.maven;

import io.falcoj.maven.build.Ratios;
import io.falcoj.testkit.coverage.CoverageJson;
import io.falcoj.testkit.coverage.CoverageMinimum;
import io.falcoj.testkit.coverage.CoverageReport;
import io.falcoj.testkit.coverage.CoverageText;
import io.falcoj.testkit.coverage.NavigatorLayer;
import io.falcoj.testkit.report.Reports;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.suite.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Runs the rule tests and fails when they show too little of the conditions: lists every check that
 * no case shows to hold, or not to. Writes the report with it, {@code coverage.json} and, with the
 * MITRE techniques of the rules, {@code navigator-layer.json} to {@code target/falco/reports}.
 */
@Mojo(name = "coverage-check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CoverageCheckMojo extends AbstractTestingMojo {
  /** What must be seen of all checks together, e.g. {@code 0.9} or {@code 90%}. */
  @Parameter(property = "falco.coverage.minimum", defaultValue = "0.8")
  private String minimum;

  /** What must be seen of the condition of each rule, e.g. {@code 0.5}. */
  @Parameter(property = "falco.coverage.ruleMinimum", defaultValue = "0")
  private String ruleMinimum;

  /** What must be seen of the checks in each rule file, e.g. {@code 0.5}. */
  @Parameter(property = "falco.coverage.fileMinimum", defaultValue = "0")
  private String fileMinimum;

  /**
   * Fails below a minimum; else it is only told, e.g. {@code -Dfalco.coverage.haltOnFailure=false}.
   */
  @Parameter(property = "falco.coverage.haltOnFailure", defaultValue = "true")
  private boolean haltOnFailure;

  @Override
  void run() throws MojoFailureException, RulesException, SuiteException, IOException {
    CoverageMinimum wanted =
        new CoverageMinimum(
            Ratios.read("falco.coverage.minimum", minimum),
            Ratios.read("falco.coverage.ruleMinimum", ruleMinimum),
            Ratios.read("falco.coverage.fileMinimum", fileMinimum));
    Recorded run = recordTests();
    CoverageReport seen = run.data().report();
    CoverageReport report = seen.named(this::name);
    CoverageText.summary(report).forEach(getLog()::info);
    Path folder = reportFolder();
    Reports.write(report(run.result()).withCoverage(seen), folder);
    Files.writeString(folder.resolve("coverage.json"), CoverageJson.render(report));
    String layer = NavigatorLayer.render(project.getArtifactId(), report);
    Files.writeString(folder.resolve("navigator-layer.json"), layer);
    List<String> shortfalls = CoverageText.shortfalls(wanted.check(report));
    shortfalls.forEach(getLog()::error);
    if (!shortfalls.isEmpty() && haltOnFailure) {
      throw new MojoFailureException(
          "the rule tests show too little of the conditions; write cases for the checks that the"
              + " lines above list, or lower falco.coverage.minimum");
    }
  }
}
