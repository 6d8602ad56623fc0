package io.falcoj.agent.cli;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.explain.Question;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code falcoc explain}. */
final class ExplainOptions {
  @Option(
      names = {"-r", "--rules"},
      required = true,
      paramLabel = "PATH",
      description = "Rule file or directory; repeatable, order matters.")
  private List<Path> rules = new ArrayList<>();

  @Option(
      names = {"-e", "--replay"},
      required = true,
      paramLabel = "FILE",
      description =
          "Capture (.scap) or Kubernetes audit log (JSON), plain, gzip or zstd; '-' is standard"
              + " input.")
  private String events = "";

  @Option(
      names = "--rule",
      required = true,
      paramLabel = "NAME",
      description = "Name of the rule, enabled or not.")
  private String rule = "";

  @Option(
      names = "--event",
      paramLabel = "N",
      description =
          "Number of the event (evt.num). Without it: the first event on which the rule fires, or"
              + " matches, or else the one that it misses by the fewest checks.")
  private @Nullable Long event;

  @Option(names = "--json", description = "Prints a JSON object.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help and ends.")
  private boolean help;

  Question question() throws CommandException {
    if (event != null && event < 1) {
      throw new CommandException(ExitCode.USAGE, "--event " + event + ": events count from 1");
    }
    return new Question(rules, events, rule, event == null ? 0 : event, json);
  }
}
