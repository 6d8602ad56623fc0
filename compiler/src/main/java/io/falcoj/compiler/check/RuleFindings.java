package io.falcoj.compiler.check;

import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldDef.FieldFlag;
import io.falcoj.runtime.schema.FieldRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What checking one rule brought to light. */
final class RuleFindings {
  /** What a finding is about. */
  enum Part {
    RULE,
    CONDITION,
    OUTPUT
  }

  /** A finding and what it is about. */
  record Finding(Part part, Diagnostic diagnostic) {}

  private final List<Finding> found = new ArrayList<>();
  private final Set<String> fields = new TreeSet<>();
  private final Set<String> deprecated = new TreeSet<>();
  private Part part = Part.RULE;
  private Part firstPart = Part.RULE;
  private @Nullable CheckException first;

  /** What is looked at from now on. */
  void enter(Part next) {
    part = next;
  }

  void warn(Diagnostic diagnostic) {
    found.add(new Finding(part, diagnostic));
  }

  void warn(DiagnosticCode code, SourceSpan span, String message, @Nullable String hint) {
    warn(new Diagnostic(code, span, message, hint, List.of()));
  }

  void fail(CheckException problem) {
    if (first == null) {
      first = problem;
      firstPart = part;
    }
    warn(new Diagnostic(problem.code(), problem.span(), problem.text(), problem.hint(), List.of()));
  }

  /** Notes a field of the condition; one that is deprecated is reported once. */
  void use(FieldRef field, SourceSpan span) {
    fields.add(field.text());
    if (isDeprecated(field.def()) && deprecated.add(field.text())) {
      deprecated(field.text(), span);
    }
  }

  /** Notes a field of the output. */
  void print(FieldRef field) {
    fields.add(field.text());
  }

  static boolean isDeprecated(FieldDef field) {
    return field.has(FieldFlag.DEPRECATED) && !field.has(FieldFlag.TABLE_ONLY);
  }

  void deprecated(String field, SourceSpan span) {
    String hint =
        field.equals("evt.dir")
            ? "calls have one event, at their end: 'evt.dir = <' holds for all of them"
            : null;
    warn(DiagnosticCode.DEPRECATED_FIELD, span, "field '" + field + "' is deprecated", hint);
  }

  List<Finding> found() {
    return found;
  }

  /** What the first problem is about. */
  Part firstPart() {
    return firstPart;
  }

  Set<String> fields() {
    return fields;
  }

  /** The first problem, or null when there is none. */
  @Nullable CheckException first() {
    return first;
  }
}
