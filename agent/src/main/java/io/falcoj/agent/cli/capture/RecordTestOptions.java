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

  /** How long this machine is recorded. */
  static final class Live {
    @Option(
        names = "--live",
        required = true,
        description =
            "Records this machine while COMMAND runs, and of it what COMMAND and its processes do.")
    private boolean live;

    @Option(
        names = "--seconds",
        paramLabel = "N",
        description = "Records everything for so long, instead of a command.")
    private @Nullable Integer seconds;
  }

  @ArgGroup(exclusive = false)
  private @Nullable Live live;

  @ArgGroup private Events events = new Events();

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
      arity = "0..*",
      paramLabel = "RECORDING | COMMAND",
      description =
          "Capture (.scap) or Kubernetes audit log (JSON), plain, gzip or zstd. With --live, a"
              + " command and its arguments, best behind --.")
  private List<String> parameters = new ArrayList<>();

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

  boolean live() {
    return live != null;
  }

  /** 0 when a command is recorded. */
  int seconds() {
    return live == null || live.seconds == null ? 0 : live.seconds;
  }

  /** Recordings, or a command and its arguments. */
  List<String> parameters() {
    return parameters;
  }

  boolean anyEvents() {
    return filter() == null && rule().isEmpty();
  }
}
