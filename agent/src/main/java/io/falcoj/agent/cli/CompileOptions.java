package io.falcoj.agent.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of {@code falcoc compile}. */
final class CompileOptions {
  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "BUNDLE.jar",
      description = "File to write.")
  private Path output = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "rules",
      description = "Name of the bundle; default ${DEFAULT-VALUE}.")
  private String name = "";

  @Option(
      names = "--bundle-version",
      paramLabel = "VERSION",
      defaultValue = "0",
      description = "Version of the bundle; default ${DEFAULT-VALUE}.")
  private String bundleVersion = "";

  @Option(names = "--with-sources", description = "Puts the rule files into the bundle.")
  private boolean withSources;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help and ends.")
  private boolean help;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Rule files or directories.")
  private List<Path> paths = new ArrayList<>();

  Path output() {
    return output;
  }

  String name() {
    return name;
  }

  String bundleVersion() {
    return bundleVersion;
  }

  boolean withSources() {
    return withSources;
  }

  List<Path> paths() {
    return paths;
  }
}
