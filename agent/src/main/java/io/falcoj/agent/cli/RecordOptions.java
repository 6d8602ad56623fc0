package io.falcoj.agent.cli;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.run.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a recording, and what they name. */
final class RecordOptions {
  @Option(
      names = "--record",
      paramLabel = "FILE",
      description =
          "Also writes the events to a capture, with the processes, descriptors and users of its"
              + " beginning; in gzip when the name ends so.")
  private @Nullable Path file;

  @Option(
      names = "--filter",
      paramLabel = "CONDITION",
      description =
          "Records only events that match the condition, and marked as such those that change"
              + " what they show.")
  private @Nullable String filter;

  Recording recording() {
    return new Recording(file, filter);
  }

  /**
   * Fails for options that make no sense.
   *
   * @param replays what is read
   */
  void check(List<String> replays) throws CommandException {
    if (file == null) {
      if (filter != null) {
        throw new CommandException(ExitCode.USAGE, "--filter needs --record FILE");
      }
      return;
    }
    for (String replay : replays) {
      if (isSame(file, Path.of(replay))) {
        throw new CommandException(
            ExitCode.USAGE, file + ": is read by -e and cannot be written by --record as well");
      }
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(one) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }
}
