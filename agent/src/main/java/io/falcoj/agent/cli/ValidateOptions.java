package io.falcoj.agent.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of {@code falcoc validate}. */
final class ValidateOptions {
  @Option(names = "--json", description = "Prints the object of Falco's falco_load_results.")
  private boolean json;

  @Option(names = "--lint", description = "With --json: prints also what Falco does not look for.")
  private boolean lint;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help and ends.")
  private boolean help;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Rule files or directories.")
  private List<Path> paths = new ArrayList<>();

  boolean json() {
    return json;
  }

  boolean lint() {
    return lint;
  }

  List<Path> paths() {
    return paths;
  }
}
