package io.falcoj.agent.cli.pages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of {@code falcoc docs}. */
public final class PageOptions {
  @Option(
      names = {"-r", "--rules"},
      paramLabel = "PATH",
      description =
          "Rule file or directory; repeatable, order matters. Without it: src/main/falco of the"
              + " repository.")
  private List<Path> rules = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "Where the pages go. Pages of rules that are gone are removed.")
  private Path output = Path.of("");

  @Option(
      names = "--check",
      description = "Writes nothing; prints the names of pages that would change, one a line.")
  private boolean check;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help and ends.")
  private boolean help;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "Rule repository, or folder of tests; without one, the current folder.")
  private Path place = Path.of("");

  List<Path> rules() {
    return rules;
  }

  Path output() {
    return output;
  }

  boolean check() {
    return check;
  }

  Path place() {
    return place;
  }
}
