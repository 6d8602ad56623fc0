package io.falcoj.compiler.check;

import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.FalcoForm;
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

  /**
   * A finding and what it is about.
   *
   * @param check where Falco places it in the condition; null for the condition as a whole
   */
  record Finding(Part part, Diagnostic diagnostic, @Nullable SourceSpan check) {}

  private final List<Finding> found = new ArrayList<>();
  private final Set<String> fields = new TreeSet<>();
  private final Set<String> deprecated = new TreeSet<>();
  private Part part = Part.RULE;
  private @Nullable SourceSpan check;
  private @Nullable Finding firstFinding;
  private @Nullable CheckException first;

  /** What is looked at from now on. */
  void enter(Part next) {
    part = next;
  }

  /** The check of the condition that is looked at from now on. */
  void look(SourceSpan at) {
    check = at;
  }

  void warn(Diagnostic diagnostic) {
    found.add(new Finding(part, diagnostic, check));
  }

  /** A warning that Falco places elsewhere than at the check. */
  void warn(Diagnostic diagnostic, SourceSpan at) {
    found.add(new Finding(part, diagnostic, at));
  }

  void warn(DiagnosticCode code, SourceSpan span, String message, @Nullable String hint) {
    warn(new Diagnostic(code, span, message, hint, List.of()));
  }

  void fail(CheckException problem) {
    Diagnostic diagnostic =
        new Diagnostic(problem.code(), problem.span(), problem.text(), problem.hint(), List.of())
            .as(FalcoForm.SAME.withMessage(problem.falco()));
    warn(diagnostic);
    if (first == null) {
      first = problem;
      firstFinding = found.get(found.size() - 1);
    }
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
    String falco =
        part == Part.OUTPUT
            ? "usage of deprecated field '" + field + "' has been detected in the rule output"
            : field.equals("evt.dir")
                ? "due to the drop of enter events, 'evt.dir = <' always evaluates to true, and"
                    + " 'evt.dir = >' always evaluates to false. The rule expression can be"
                    + " simplified by removing the condition on 'evt.dir'"
                : "field is not available due to the drop of enter events.";
    warn(
        new Diagnostic(
                DiagnosticCode.DEPRECATED_FIELD,
                span,
                "field '" + field + "' is deprecated",
                hint,
                List.of())
            .as(FalcoForm.SAME.withMessage(falco)));
  }

  List<Finding> found() {
    return found;
  }

  /** The first problem as a finding, or null when there is none. */
  @Nullable Finding firstFinding() {
    return firstFinding;
  }

  Set<String> fields() {
    return fields;
  }

  /** The first problem, or null when there is none. */
  @Nullable CheckException first() {
    return first;
  }
}
