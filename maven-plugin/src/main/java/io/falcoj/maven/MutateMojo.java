package io.falcoj.maven;

import io.falcoj.maven.build.Ratios;
import io.falcoj.testkit.mutation.MutationJson;
import io.falcoj.testkit.mutation.MutationOptions;
import io.falcoj.testkit.mutation.MutationReport;
import io.falcoj.testkit.mutation.MutationTester;
import io.falcoj.testkit.mutation.MutationText;
import io.falcoj.testkit.report.Reports;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.suite.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rule tests, changes the rules as a careless author might, and tells which changes no
 * case notices, each with its place and difference. Writes the report with them and {@code
 * mutation.json} to {@code target/falco/reports}.
 */
@Mojo(name = "mutate", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class MutateMojo extends AbstractTestingMojo {
  /** Share of the changes that cases must notice, e.g. {@code 0.8} or {@code 80%}. */
  @Parameter(property = "falco.mutation.minimum", defaultValue = "0")
  private String minimum;

  /**
   * Seconds after which no further change is tried, e.g. {@code 60}; 0 for no limit. What was not
   * tried is counted apart.
   */
  @Parameter(property = "falco.mutation.timeout", defaultValue = "0")
  private int timeout;

  /**
   * Names of the rules that are changed, {@code *} standing for any characters, e.g. {@code
   * -Dfalco.mutation.rules='*shell*'}; all when left out.
   */
  @Parameter(property = "falco.mutation.rules")
  private @Nullable List<String> mutatedRules;

  @Override
  void run() throws MojoFailureException, RulesException, SuiteException, IOException {
    double wanted = Ratios.read("falco.mutation.minimum", minimum);
    Recorded run = recordTests();
    MutationOptions options =
        new MutationOptions(
            mutatedRules == null ? List.of() : mutatedRules,
            timeout > 0 ? Duration.ofSeconds(timeout) : null);
    MutationReport report = new MutationTester(options).run(run.data(), this::name);
    MutationText.alive(report).forEach(getLog()::warn);
    MutationText.summary(report).forEach(getLog()::info);
    Path folder = reportFolder();
    Reports.write(
        report(run.result()).withCoverage(run.data().report()).withMutation(report), folder);
    Files.writeString(folder.resolve("mutation.json"), MutationJson.render(report));
    if (report.score().ratio() < wanted) {
      throw new MojoFailureException(
          "the rule tests notice %s of the changes, less than falco.mutation.minimum=%s; write cases"
                  .formatted(report.score().percent(), minimum)
              + " in which the changes that the lines above list make a difference");
    }
  }
}
