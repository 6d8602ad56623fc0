package io.falcoj.agent.cli.capture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of {@code falcoc record}. */
public final class RecordTestOptions {
  /** Which events the test is about. */
  static final class Events {
    @Option(
        names = "--filter",
        paramLabel = "CONDITION",
        description = "Takes the events that match the condition.")
    private @Nullable String filter;

    @Option(
        names = "--rule",
        paramLabel = "NAME",
        description = "Takes the events that the rule matches.")
    private @Nullable String rule;
  }

  @ArgGroup(multiplicity = "1")
  private Events events = new Events();

  @Option(
      names = {"-r", "--rules"},
      required = true,
      paramLabel = "PATH",
      description = "Rule file or directory under test; repeatable, order matters.")
  private List<Path> rules = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "NAME.test.yaml",
      description = "Test file to write; the events go beside it, to NAME.scap.gz or NAME.json.")
  private Path output = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Name of the case; left out: that of the file.")
  private String name = "";

  @Option(
      names = "--shrink",
      description =
          "Also leaves out what no match hangs on; of a large recording this takes a minute.")
  private boolean shrink;

  @Option(names = "--force", description = "Overwrites files that are there.")
  private boolean force;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help and ends.")
  private boolean help;

  @Parameters(
      paramLabel = "RECORDING",
      description =
          "Capture (.scap) or Kubernetes audit log (JSON), plain, gzip or zstd. A live one is"
              + " made by `falco-run --record`.")
  private Path recording = Path.of("");

  @Nullable String filter() {
    return events.filter;
  }

  /** Empty when a condition is given. */
  String rule() {
    return events.rule == null ? "" : events.rule;
  }

  List<Path> rules() {
    return rules;
  }

  Path output() {
    return output;
  }

  String name() {
    return name;
  }

  boolean shrink() {
    return shrink;
  }

  boolean force() {
    return force;
  }

  Path recording() {
    return recording;
  }
}
