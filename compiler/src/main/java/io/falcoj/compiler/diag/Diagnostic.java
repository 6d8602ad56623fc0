package io.falcoj.compiler.diag;

import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finding about the user's files.
 *
 * @param hint a way out, e.g. {@code did you mean `proc.name`?}, or null
 * @param related further places, e.g. the macro and the rule that led here
 * @param context what encloses the finding, outermost first; may be empty
 */
public record Diagnostic(
    DiagnosticCode code,
    SourceSpan span,
    String message,
    @Nullable String hint,
    List<Related> related,
    List<Location> context) {
  /** Another place that belongs to the finding. */
  public record Related(String message, SourceSpan span) {}

  public Diagnostic {
    related = List.copyOf(related);
    context = List.copyOf(context);
  }

  public Diagnostic(
      DiagnosticCode code,
      SourceSpan span,
      String message,
      @Nullable String hint,
      List<Related> related) {
    this(code, span, message, hint, related, List.of());
  }

  public Diagnostic(DiagnosticCode code, SourceSpan span, String message) {
    this(code, span, message, null, List.of(), List.of());
  }

  public Severity severity() {
    return code.severity();
  }

  /** The same finding inside the given declarations. */
  public Diagnostic within(List<Location> outer) {
    return new Diagnostic(code, span, message, hint, related, outer);
  }
}
