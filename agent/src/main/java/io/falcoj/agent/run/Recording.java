package io.falcoj.agent.run;

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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A capture that a run writes beside its alerts.
 *
 * @param file the capture, or null when nothing is recorded
 * @param condition which events, or null for all
 */
public record Recording(@Nullable Path file, @Nullable String condition) {
  /** Creates a capture. */
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
    if (condition == null) {
      return null;
    }
    CompilationResult result =
        RuleCompiler.compile(
            List.of(new SourceFile("--filter", rule(condition))), CompilerOptions.defaults());
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
