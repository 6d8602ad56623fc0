package io.falcoj.agent.rules;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.LoadReport;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.FileFindings;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.diag.render.JsonRenderer;
import io.falcoj.compiler.source.SourceFile;
import java.nio.file.Path;
import java.util.List;

/** Checks rule files without keeping what they compile to: {@code -V}, {@code falcoc validate}. */
public final class RuleValidation {
  private RuleValidation() {}

  /** Says what is wrong with the files, in the form of Falco's JSON if asked. */
  public static int run(List<Path> paths, boolean json, boolean lint, Console console)
      throws CommandException {
    return run(paths, CompilerOptions.defaults(), json, lint, console);
  }

  public static int run(
      List<Path> paths, CompilerOptions options, boolean json, boolean lint, Console console)
      throws CommandException {
    List<SourceFile> files = RuleCompilation.read(paths);
    CompilationResult result = RuleCompiler.compile(files, options);
    if (json) {
      List<FileFindings> loaded = LoadReport.of(files, options, result.diagnostics());
      console.out().println(JsonRenderer.render(loaded, lint));
    } else {
      RuleCompilation.show(result.diagnostics(), console);
      for (SourceFile file : files) {
        console.out().println(file.name() + ": " + verdict(file, result.diagnostics()));
      }
    }
    return result.successful() ? ExitCode.OK : ExitCode.INVALID;
  }

  private static String verdict(SourceFile file, List<Diagnostic> diagnostics) {
    List<Diagnostic> found = diagnostics.stream().filter(d -> d.span().file() == file).toList();
    if (found.stream().anyMatch(d -> d.severity() == Severity.ERROR)) {
      return "Invalid";
    }
    boolean warned = found.stream().anyMatch(d -> d.severity() == Severity.WARNING);
    return warned ? "Ok, with warnings" : "Ok";
  }
}
