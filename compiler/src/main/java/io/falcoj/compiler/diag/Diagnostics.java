package io.falcoj.compiler.diag;

import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the findings of a run; every stage reports here and goes on. */
public final class Diagnostics {
  private final List<Diagnostic> all = new ArrayList<>();

  public void report(Diagnostic diagnostic) {
    all.add(diagnostic);
  }

  public void report(DiagnosticCode code, SourceSpan span, String message) {
    report(new Diagnostic(code, span, message));
  }

  public boolean hasErrors() {
    return all.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  /** All findings in file order, then by position. */
  public List<Diagnostic> sorted() {
    List<Diagnostic> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparing((Diagnostic d) -> d.span().file().name())
            .thenComparing(d -> d.span().start()));
    return sorted;
  }
}
