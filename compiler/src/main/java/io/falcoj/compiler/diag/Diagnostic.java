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
 * @param falco how Falco puts it
 */
public record Diagnostic(
    DiagnosticCode code,
    SourceSpan span,
    String message,
    @Nullable String hint,
    List<Related> related,
    List<Location> context,
    FalcoForm falco)
    implements Finding {
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
    this(code, span, message, hint, related, List.of(), FalcoForm.SAME);
  }

  public Diagnostic(DiagnosticCode code, SourceSpan span, String message) {
    this(code, span, message, null, List.of(), List.of(), FalcoForm.SAME);
  }

  @Override
  public String label() {
    return code.label();
  }

  @Override
  public Severity severity() {
    return code.severity();
  }

  /** The same finding inside the given declarations. */
  public Diagnostic within(List<Location> outer) {
    return new Diagnostic(code, span, message, hint, related, outer, falco);
  }

  /** The same finding with further places. */
  public Diagnostic with(List<Related> others) {
    return new Diagnostic(code, span, message, hint, others, context, falco);
  }

  /** The same finding, put by Falco in that way. */
  public Diagnostic as(FalcoForm form) {
    return new Diagnostic(code, span, message, hint, related, context, form);
  }
}
