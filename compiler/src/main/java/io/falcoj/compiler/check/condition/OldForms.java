package io.falcoj.compiler.check.condition;

import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.ast.ValueExpr;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.FalcoForm;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Place;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.schema.FieldClass;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.Transformer;
import java.util.List;
import java.util.function.Predicate;

/** Forms that meant something else when old rule files were written. */
public final class OldForms {
  private static final String NA = "<NA>";

  private final Predicate<SourceFile> mayBeOld;
  private final Predicate<SourceFile> isOld;

  /**
   * @param mayBeOld whether a rule file may have been written for an engine of the old meanings
   * @param isOld whether it says so
   */
  public OldForms(Predicate<SourceFile> mayBeOld, Predicate<SourceFile> isOld) {
    this.mayBeOld = mayBeOld;
    this.isOld = isOld;
  }

  /** {@code <NA>} stood for an absent value of an audit event. */
  Pred absentByName(
      Load.Field field,
      BinaryCheck expr,
      List<ValueExpr> values,
      Pred check,
      RuleFindings findings) {
    boolean named = values.stream().anyMatch(v -> v.value().toString().equals(NA));
    if (!named || !isAudit(field.ref()) || !comparesWhole(expr)) {
      return check;
    }
    boolean old = mayBeOld.test(expr.span().file());
    String name = field.ref().text();
    unsafe(
        expr,
        "comparing '%s' with <NA> %s"
            .formatted(
                name,
                old ? "is taken to ask for an absent value" : "does not ask for an absent value"),
        "write 'not " + name + " exists'",
        findings);
    if (!old) {
      return check;
    }
    Pred exists = new Exists(field, new Place(expr.span()));
    return expr.operator() == Operator.NE ? exists : new AnyOf(List.of(new Not(exists), check));
  }

  /**
   * Operators of single texts went with lists of audit events: any value had to satisfy them, or
   * all of them for equality.
   *
   * @return false when this is no such check
   */
  boolean asksElements(Load left, BinaryCheck expr, RuleFindings findings) {
    if (!(left instanceof Load.Field field)
        || !left.operand().list()
        || !isAudit(field.ref())
        || !mayBeOld.test(expr.span().file())) {
      return false;
    }
    Transformer.Operand element = new Transformer.Operand(left.operand().type(), false);
    if (OperatorTable.problem(expr.operator(), element) != null) {
      return false;
    }
    findings.warn(
        DiagnosticCode.DIFFERS_FROM_FALCO,
        expr.span(),
        "'%s %s' asks the values of a list one by one, as old engines did; Falco refuses it"
            .formatted(field.ref().text(), expr.operator().text()),
        "write 'in' or 'intersects'");
    return true;
  }

  private static boolean isAudit(FieldRef field) {
    return field.def().fieldClass() == FieldClass.KA || field.text().startsWith("jevt.");
  }

  private static boolean comparesWhole(BinaryCheck expr) {
    Operator operator = expr.operator();
    return expr.modifier() == Modifier.NONE
        && (operator == Operator.EQ || operator == Operator.NE || operator.takesList());
  }

  /**
   * A check of {@code evt.dir} for the start of a call. Calls have one event now, at their end, and
   * it holds for none of them; a file that says it is old gets what it meant, the call. Under a
   * {@code not} nothing changes: there the end of the call was meant.
   */
  Pred direction(
      BinaryCheck expr,
      List<ValueExpr> values,
      Pred check,
      boolean negated,
      RuleFindings findings) {
    String literal = values.size() == 1 ? values.get(0).value().toString() : "";
    boolean start = literal.equals(expr.operator() == Operator.NE ? "<" : ">");
    if (!start || negated || !isOld.test(expr.span().file())) {
      return check;
    }
    findings.warn(
        DiagnosticCode.LEGACY_FORM,
        expr.span(),
        "the start of a call is taken to mean the call, whose only event is now at its end",
        "leave the check out");
    return Always.TRUE;
  }

  /** A transformer around a field of an audit event does not make its absence a text either. */
  void absentInCall(Load left, BinaryCheck expr, List<ValueExpr> values, RuleFindings findings) {
    boolean named = values.stream().anyMatch(v -> v.value().toString().equals(NA));
    if (named && comparesWhole(expr) && usesAudit(left)) {
      unsafe(
          expr,
          "comparing with <NA> does not ask for an absent value",
          "write 'not FIELD exists'",
          findings);
    }
  }

  /** Falco warns without words. */
  private static void unsafe(BinaryCheck expr, String message, String hint, RuleFindings findings) {
    findings.warn(
        new Diagnostic(DiagnosticCode.UNSAFE_NA_CHECK, expr.span(), message, hint, List.of())
            .as(FalcoForm.SAME.withMessage("")));
  }

  private static boolean usesAudit(Load load) {
    if (load instanceof Load.Field field) {
      return isAudit(field.ref());
    }
    List<Load> inner =
        load instanceof Load.Call call
            ? call.arguments()
            : load instanceof Load.Items items ? items.items() : List.of();
    return inner.stream().anyMatch(OldForms::usesAudit);
  }
}
