package io.falcoj.agent.cli.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of {@code falcoc bench}. */
public final class BenchOptions {
  @Option(
      names = {"-r", "--rules"},
      required = true,
      paramLabel = "PATH",
      description = "Rule file or directory; repeatable, order matters.")
  private List<Path> rules = new ArrayList<>();

  @Option(
      names = "--tests",
      paramLabel = "DIR",
      description = "Takes the fixtures of all test files below; repeatable.")
  private List<Path> tests = new ArrayList<>();

  @Option(
      names = {"-e", "--events"},
      paramLabel = "FILE",
      description = "Takes a capture or an audit log too; repeatable.")
  private List<Path> events = new ArrayList<>();

  @Option(
      names = "--millis",
      paramLabel = "N",
      defaultValue = "500",
      description = "How long each rule is measured; default ${DEFAULT-VALUE}.")
  private int millis;

  @Option(names = "--json", description = "Prints a JSON object.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help and ends.")
  private boolean help;

  List<Path> rules() {
    return rules;
  }

  List<Path> tests() {
    return tests;
  }

  List<Path> events() {
    return events;
  }

  int millis() {
    return Math.max(1, millis);
  }

  boolean json() {
    return json;
  }
}
