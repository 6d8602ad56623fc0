package io.falcoj.compiler.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.LoadReport;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.FileFindings;
import io.falcoj.compiler.diag.render.JsonRenderer;
import io.falcoj.compiler.diag.render.TextRenderer;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.runtime.bundle.BundleLoader;
import java.util.List;

/** What the compiler says to a file, whatever it holds. */
final class Outcome {
  private Outcome() {}

  /**
   * Compiles one file. There is a bundle that loads, or at least one error; every finding has a
   * place inside the file and can be shown.
   */
  static CompilationResult of(SourceFile file) {
    CompilationResult result = RuleCompiler.compile(List.of(file), CompilerOptions.defaults());
    result.diagnostics().forEach(found -> assertThat(isInside(found.span())).isTrue());
    if (result.successful()) {
      assertThat(result.errors()).isEmpty();
      assertThatCode(() -> BundleLoader.load(result.bundle(), "fuzz")).doesNotThrowAnyException();
    } else {
      assertThat(result.errors()).isNotEmpty();
    }
    assertThat(TextRenderer.render(result.diagnostics())).hasSizeLessThan(1 << 20);
    List<FileFindings> findings =
        LoadReport.of(List.of(file), CompilerOptions.defaults(), result.diagnostics());
    assertThat(JsonRenderer.render(findings, true)).isNotEmpty();
    return result;
  }

  /** The only error. */
  static Diagnostic error(SourceFile file) {
    List<Diagnostic> errors = of(file).errors();
    assertThat(errors).hasSize(1);
    return errors.get(0);
  }

  private static boolean isInside(SourceSpan span) {
    return span.start() >= 0
        && span.end() >= span.start()
        && span.end() <= span.file().text().length();
  }
}
