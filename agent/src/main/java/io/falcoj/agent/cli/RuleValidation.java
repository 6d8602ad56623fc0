package io.falcoj.agent.cli;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.JsonRenderer;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.source.SourceFile;
import java.nio.file.Path;
import java.util.List;

/** Checks rule files without keeping what they compile to: {@code -V}, {@code falcoc validate}. */
final class RuleValidation {
  private RuleValidation() {}

  static int run(List<Path> paths, boolean json, Console console) throws CommandException {
    List<SourceFile> files = RuleCompilation.read(paths);
    CompilationResult result = RuleCompiler.compile(files, CompilerOptions.defaults());
    if (json) {
      console.out().println(JsonRenderer.render(files, result.diagnostics()));
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
    return found.isEmpty() ? "Ok" : "Ok, with warnings";
  }
}
