package io.falcoj.agent.cli;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.testing.TestRequest;
import io.falcoj.testkit.mutation.MutationOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of {@code falcoc mutate}. */
final class MutateOptions {
  @Option(
      names = {"-r", "--rules"},
      paramLabel = "PATH",
      description =
          "Rule file or directory of tests that name none; repeatable, order matters. Without it:"
              + " src/main/falco of the repository.")
  private List<Path> rules = new ArrayList<>();

  @Option(
      names = "--rule",
      paramLabel = "NAME",
      description = "Changes only such rules; * is any characters; repeatable.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--minimum",
      paramLabel = "RATIO",
      description = "Fails when cases notice less of the changes, e.g. 0.8 or 80%%.")
  private @Nullable String minimum;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "Tries no further change after so long; what is left out is counted.")
  private @Nullable Integer timeout;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Writes reports: JSON and HTML, and those of the tests.")
  private @Nullable Path reports;

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

  TestRequest request() {
    return new TestRequest(
        places.isEmpty() ? List.of(Path.of("")) : places, rules, List.of(), 0, reports, null);
  }

  MutationOptions options() throws CommandException {
    if (timeout != null && timeout < 1) {
      throw new CommandException(ExitCode.USAGE, "--timeout " + timeout + ": 1 is the least");
    }
    return new MutationOptions(names, timeout == null ? null : Duration.ofSeconds(timeout));
  }

  double minimum() throws CommandException {
    return Ratio.read("--minimum", minimum);
  }
}
