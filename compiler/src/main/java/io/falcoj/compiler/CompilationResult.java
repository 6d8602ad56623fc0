package io.falcoj.compiler;

import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.runtime.abi.RuleInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a compilation.
 *
 * @param diagnostics all findings, in file order
 * @param rules the compiled rules, as the bundle lists them; empty when compilation failed
 * @param bundle bytes of the bundle jar, or null when compilation failed
 */
public record CompilationResult(
    List<Diagnostic> diagnostics, List<RuleInfo> rules, byte @Nullable [] bundle) {
  public CompilationResult {
    diagnostics = List.copyOf(diagnostics);
    rules = List.copyOf(rules);
  }

  /** True when there is a bundle. */
  public boolean successful() {
    return bundle != null;
  }

  /** The diagnostics that made it fail. */
  public List<Diagnostic> errors() {
    return diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).toList();
  }
}
