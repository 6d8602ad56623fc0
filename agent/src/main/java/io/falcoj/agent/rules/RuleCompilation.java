package io.falcoj.agent.rules;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.render.TextRenderer;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Compiles rule files and shows what the compiler found. */
public final class RuleCompilation {
  private RuleCompilation() {}

  /**
   * The bundle of the rule files.
   *
   * @throws CommandException when they are invalid; the diagnostics were printed
   */
  public static byte[] bundle(List<Path> paths, CompilerOptions options, Console console)
      throws CommandException {
    List<SourceFile> files = read(paths);
    CompilationResult result = RuleCompiler.compile(files, options);
    show(result.diagnostics(), console);
    if (result.successful() && result.rules().isEmpty()) {
      files.forEach(f -> console.say("warning: " + f.name() + ":1:1: no rule in this file"));
    }
    byte[] bundle = result.bundle();
    if (bundle == null) {
      throw new CommandException(ExitCode.INVALID, "");
    }
    return bundle;
  }

  /**
   * The rule files that the paths name.
   *
   * @throws CommandException for a path that does not exist or cannot be read
   */
  public static List<SourceFile> read(List<Path> paths) throws CommandException {
    try {
      return RuleFiles.read(paths);
    } catch (IOException e) {
      throw new CommandException(ExitCode.INVALID, String.valueOf(e.getMessage()));
    }
  }

  public static void show(List<Diagnostic> diagnostics, Console console) {
    String text = TextRenderer.render(diagnostics);
    if (!text.isEmpty()) {
      console.say(text.stripTrailing());
    }
  }
}
