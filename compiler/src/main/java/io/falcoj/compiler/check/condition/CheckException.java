package io.falcoj.compiler.check.condition;

import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.source.SourceSpan;
import org.jspecify.annotations.Nullable;

/** A check that cannot be compiled; caught where the check begins, and reported. */
public final class CheckException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient DiagnosticCode code;
  private final transient SourceSpan span;
  private final @Nullable String hint;
  private final boolean unknownName;
  private @Nullable String falco;

  private CheckException(
      DiagnosticCode code,
      SourceSpan span,
      String message,
      @Nullable String hint,
      boolean unknownName) {
    super(message);
    this.code = code;
    this.span = span;
    this.hint = hint;
    this.unknownName = unknownName;
  }

  static CheckException type(SourceSpan span, String message) {
    return new CheckException(DiagnosticCode.CONDITION_TYPE, span, message, null, false);
  }

  static CheckException literal(SourceSpan span, String message) {
    return new CheckException(DiagnosticCode.BAD_LITERAL, span, message, null, false);
  }

  /** What is wrong with an output. */
  public static CheckException output(SourceSpan span, String message) {
    return new CheckException(DiagnosticCode.BAD_OUTPUT, span, message, null, false);
  }

  /** A field whose argument is wrong. */
  static CheckException argument(SourceSpan span, String message) {
    return new CheckException(DiagnosticCode.UNKNOWN_FIELD, span, message, null, false);
  }

  /** A field or event type that does not exist, which rules can ask to be forgiven. */
  public static CheckException unknown(
      DiagnosticCode code, SourceSpan span, String message, @Nullable String hint) {
    return new CheckException(code, span, message, hint, true);
  }

  /** A field that events of the source do not have. */
  static CheckException unknownField(SourceSpan span, String field, @Nullable String hint) {
    return unknown(DiagnosticCode.UNKNOWN_FIELD, span, "no field `" + field + "`", hint)
        .falco("filter_check called with nonexistent field " + field);
  }

  /** The same with Falco's words for it. */
  public CheckException falco(@Nullable String words) {
    falco = words;
    return this;
  }

  /** Falco's words for it, or null when ours are the same. */
  @Nullable String falco() {
    return falco;
  }

  DiagnosticCode code() {
    return code;
  }

  SourceSpan span() {
    return span;
  }

  @Nullable String hint() {
    return hint;
  }

  /** True for a name that a newer engine may know. */
  boolean isUnknownName() {
    return unknownName;
  }

  String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
