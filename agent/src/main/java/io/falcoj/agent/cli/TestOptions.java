package io.falcoj.agent.cli;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.testing.TestRequest;
import io.falcoj.testkit.coverage.CoverageMinimum;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of {@code falcoc test}. */
final class TestOptions {
  @Option(
      names = {"-r", "--rules"},
      paramLabel = "PATH",
      description =
          "Rule file or directory of tests that name none; repeatable, order matters. Without it:"
              + " src/main/falco of the repository.")
  private List<Path> rules = new ArrayList<>();

  @Option(
      names = "--test",
      paramLabel = "GLOB",
      description =
          "Runs cases of such names; * is any characters, ? is one, ! leaves cases out, commas"
              + " stand between several; repeatable.")
  private List<String> tests = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many cases run at once; without it one on each processor.")
  private @Nullable Integer threads;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Writes reports: JUnit XML, JSON, SARIF and HTML.")
  private @Nullable Path reports;

  @Option(
      names = "--coverage",
      description =
          "Tells what the cases show of the conditions: each check has to hold and not to.")
  private boolean coverage;

  @Option(
      names = "--coverage-minimum",
      paramLabel = "RATIO",
      description = "Fails when less is seen of all checks, e.g. 0.9 or 90%%.")
  private @Nullable String minimum;

  @Option(
      names = "--coverage-rule-minimum",
      paramLabel = "RATIO",
      description = "Fails when less is seen of the condition of a rule.")
  private @Nullable String ruleMinimum;

  @Option(
      names = "--coverage-file-minimum",
      paramLabel = "RATIO",
      description = "Fails when less is seen of the checks in a file.")
  private @Nullable String fileMinimum;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help and ends.")
  private boolean help;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..*",
      description =
          "Rule repositories, folders of tests, or test files; without one, the current folder.")
  private List<Path> places = new ArrayList<>();

  TestRequest request() throws CommandException {
    if (threads != null && threads < 1) {
      throw new CommandException(ExitCode.USAGE, "--threads " + threads + ": one is the least");
    }
    return new TestRequest(
        places.isEmpty() ? List.of(Path.of("")) : places,
        rules,
        tests,
        threads == null ? 0 : threads,
        reports,
        coverage());
  }

  private @Nullable CoverageMinimum coverage() throws CommandException {
    boolean wanted = coverage || minimum != null || ruleMinimum != null || fileMinimum != null;
    return wanted
        ? new CoverageMinimum(
            Ratio.read("--coverage-minimum", minimum),
            Ratio.read("--coverage-rule-minimum", ruleMinimum),
            Ratio.read("--coverage-file-minimum", fileMinimum))
        : null;
  }
}
