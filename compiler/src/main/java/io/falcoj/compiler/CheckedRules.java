package io.falcoj.compiler;

import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.decl.RuleCatalog;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.syntax.ParsedRules;
import java.util.List;

/**
 * Rules that were looked at and not compiled: what explains them or asks about them begins here.
 *
 * @param diagnostics all findings, in file order
 * @param parsed conditions as their authors wrote them, names of macros included
 * @param typed the same without names, for evaluation; incomplete after errors
 */
public record CheckedRules(List<Diagnostic> diagnostics, ParsedRules parsed, TypedRules typed) {
  public CheckedRules {
    diagnostics = List.copyOf(diagnostics);
  }

  /** What the files declare. */
  public RuleCatalog catalog() {
    return parsed.catalog();
  }

  /** Whether there are no errors, so that the rules could be compiled. */
  public boolean successful() {
    return diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
  }
}
