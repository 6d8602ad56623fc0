package io.falcoj.compiler.check.condition;

import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.FalcoForm;
import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldDef.FieldFlag;
import io.falcoj.runtime.schema.FieldRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What checking one rule brought to light. */
public final class RuleFindings {
  /** What a finding is about. */
  public enum Part {
    RULE,
    CONDITION,
    OUTPUT;

    /** Diagnostics about this part of the rule. */
    public Diagnostics in(RuleDef rule, Diagnostics diagnostics) {
      List<Location> locations = new ArrayList<>(rule.context());
      if (this == OUTPUT) {
        locations.add(new Location("rule output", "", rule.output().begin()));
      } else if (this == CONDITION) {
        locations.add(new Location("rule condition", "", rule.condition().begin()));
      }
      return diagnostics.within(locations);
    }
  }

  /**
   * A finding and what it is about.
   *
   * @param check where Falco places it in the condition; null for the condition as a whole
   */
  public record Finding(Part part, Diagnostic diagnostic, @Nullable SourceSpan check) {}

  private final List<Finding> found = new ArrayList<>();
  private final Set<String> fields = new TreeSet<>();
  private final Set<String> deprecated = new TreeSet<>();
  private Part part = Part.RULE;
  private @Nullable SourceSpan check;
  private @Nullable Finding firstFinding;
  private @Nullable CheckException first;

  /** What is looked at from now on. */
  public void enter(Part next) {
    part = next;
  }

  /** The check of the condition that is looked at from now on. */
  void look(SourceSpan at) {
    check = at;
  }

  /** Adds what is no error. */
  public void warn(Diagnostic diagnostic) {
    found.add(new Finding(part, diagnostic, check));
  }

  /** A warning that Falco places elsewhere than at the check. */
  void warn(Diagnostic diagnostic, SourceSpan at) {
    found.add(new Finding(part, diagnostic, at));
  }

  void warn(DiagnosticCode code, SourceSpan span, String message, @Nullable String hint) {
    warn(new Diagnostic(code, span, message, hint, List.of()));
  }

  /** Adds an error; the first one counts for Falco. */
  public void fail(CheckException problem) {
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
  public void print(FieldRef field) {
    fields.add(field.text());
  }

  /** Whether rules are warned of the field. */
  public static boolean isDeprecated(FieldDef field) {
    return field.has(FieldFlag.DEPRECATED) && !field.has(FieldFlag.TABLE_ONLY);
  }

  /** Warns of a field that will go away. */
  public void deprecated(String field, SourceSpan span) {
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

  /** All of the rule, in the order in which they were added. */
  public List<Finding> found() {
    return found;
  }

  /** True when the first problem is a name that rules can ask to be forgiven. */
  public boolean isUnknownFirst() {
    return first != null && first.isUnknownName();
  }

  /** Of a rule that is left out for its first problem: that, and what Falco finds before it. */
  public List<Finding> ofLeftOut() {
    CheckException problem = Objects.requireNonNull(first);
    Finding as = Objects.requireNonNull(firstFinding);
    String hint = problem.hint() == null ? "the rule is left out" : problem.hint();
    Diagnostic left =
        new Diagnostic(
                DiagnosticCode.UNKNOWN_FILTER, problem.span(), problem.text(), hint, List.of())
            .as(as.diagnostic().falco());
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : found) {
      if (isBefore(as.part(), finding)) {
        findings.add(finding);
      }
    }
    findings.add(new Finding(as.part(), left, as.check()));
    return findings;
  }

  private static boolean isBefore(Part part, Finding finding) {
    return switch (finding.diagnostic().code()) {
      case DEPRECATED_ITEM -> true;
      case DEPRECATED_FIELD, UNSAFE_NA_CHECK -> part == Part.CONDITION;
      default -> false;
    };
  }

  /** Names of the fields that the rule uses. */
  public Set<String> fields() {
    return fields;
  }

  /** The first problem, or null when there is none. */
  public @Nullable CheckException first() {
    return first;
  }
}
