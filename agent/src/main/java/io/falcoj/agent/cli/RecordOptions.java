package io.falcoj.agent.cli;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.rules.RuleCompilation;
import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.source.scap.ScapWriter;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

  /** The file to write, or null when nothing is to be recorded. */
  @Nullable Path file() {
    return file;
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

  /** Creates the capture. */
  static ScapWriter create(Path file) throws CommandException {
    try {
      return ScapWriter.create(file);
    } catch (IOException e) {
      throw new CommandException(ExitCode.SOURCE, file + ": cannot be written: " + reason(e));
    }
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such directory";
    }
    return e instanceof AccessDeniedException
        ? "permission denied"
        : String.valueOf(e.getMessage());
  }

  /** The condition as a bundle of one rule, or null for all events. */
  @Nullable Bundle filter(Console console) throws CommandException {
    if (filter == null) {
      return null;
    }
    CompilationResult result =
        RuleCompiler.compile(
            List.of(new SourceFile("--filter", rule(filter))), CompilerOptions.defaults());
    byte[] bundle = result.bundle();
    if (bundle == null) {
      RuleCompilation.show(result.errors(), console);
      throw new CommandException(ExitCode.INVALID, "");
    }
    try {
      return BundleLoader.load(bundle, "--filter");
    } catch (BundleException e) {
      throw new CommandException(ExitCode.INVALID, e.getMessage());
    }
  }

  /** In one line, so that diagnostics show the condition and where in it. */
  private static String rule(String condition) {
    return "- {condition: '%s', rule: filter, desc: filter, output: event, priority: DEBUG}"
        .formatted(condition.replace("'", "''"));
  }
}
