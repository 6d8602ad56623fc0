package io.falcoj.compiler.check;

import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.runtime.schema.FieldDef.FieldFlag;
import io.falcoj.runtime.schema.FieldRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What checking one rule brought to light. */
final class RuleFindings {
  private final List<Diagnostic> warnings = new ArrayList<>();
  private final List<Diagnostic> errors = new ArrayList<>();
  private final Set<String> fields = new TreeSet<>();
  private final Set<String> deprecated = new TreeSet<>();
  private @Nullable CheckException first;

  void warn(Diagnostic diagnostic) {
    warnings.add(diagnostic);
  }

  void warn(DiagnosticCode code, SourceSpan span, String message, @Nullable String hint) {
    warnings.add(new Diagnostic(code, span, message, hint, List.of()));
  }

  void fail(CheckException problem) {
    first = first == null ? problem : first;
    errors.add(
        new Diagnostic(problem.code(), problem.span(), problem.text(), problem.hint(), List.of()));
  }

  /** Notes a field; one that is deprecated is reported once. */
  void use(FieldRef field, SourceSpan span) {
    fields.add(field.text());
    if (field.def().has(FieldFlag.DEPRECATED) && deprecated.add(field.text())) {
      warn(
          DiagnosticCode.DEPRECATED_ITEM, span, "field '" + field.text() + "' is deprecated", null);
    }
  }

  List<Diagnostic> warnings() {
    return warnings;
  }

  List<Diagnostic> errors() {
    return errors;
  }

  Set<String> fields() {
    return fields;
  }

  /** The first problem, or null when there is none. */
  @Nullable CheckException first() {
    return first;
  }
}
