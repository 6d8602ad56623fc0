package io.falcoj.compiler.syntax;

import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.decl.ExceptionCheck;
import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Hints;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.runtime.schema.FieldCatalog;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the operators of an exception exist and fit its shape, and its fields exist. */
public final class ExceptionShape implements ExceptionCheck {
  private static final List<String> OPERATORS =
      Arrays.stream(Operator.values()).map(Operator::text).toList();

  private final FieldCatalog catalog;

  /**
   * @param catalog the fields that exceptions can name
   */
  public ExceptionShape(FieldCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public boolean accepts(ExceptionDef exception, @Nullable String source, Diagnostics diags) {
    Diagnostics here = diags.within(exception.context());
    boolean operatorsFit = operatorsFit(exception, here);
    return (source == null || fieldsExist(exception, source, here)) && operatorsFit;
  }

  private static boolean operatorsFit(ExceptionDef exception, Diagnostics diags) {
    boolean fit = true;
    for (ScalarText comp : exception.comps()) {
      String text = comp.text();
      boolean known = Operator.of(text) != null || takesModifier(text);
      if (!exception.single() && !known) {
        diags.report(
            new Diagnostic(
                DiagnosticCode.VALIDATE,
                comp.span(),
                "'" + text + "' is not a supported comparison operator",
                Hints.didYouMean(text, OPERATORS),
                List.of()));
        fit = false;
      }
      if (exception.single() && !takesList(text)) {
        diags.report(
            DiagnosticCode.VALIDATE,
            comp.span(),
            "When fields is a single value, comps must be one of (in, pmatch, intersects) or a"
                + " modifier operator (e.g. startswith oneof)");
        fit = false;
      }
    }
    return fit;
  }

  private boolean fieldsExist(ExceptionDef exception, String source, Diagnostics diags) {
    boolean exist = true;
    for (ScalarText field : exception.fields()) {
      if (!FieldNames.exist(field, source, catalog)) {
        diags.report(
            new Diagnostic(
                DiagnosticCode.VALIDATE,
                field.text().isEmpty() ? exception.span() : field.span(),
                "'" + field.text() + "' is not a supported filter field",
                catalog.hint(field.text(), source),
                List.of()));
        exist = false;
      }
    }
    return exist;
  }

  /** Whether what follows the operator is a list. */
  static boolean takesList(String comp) {
    Operator operator = Operator.of(comp);
    return operator == null ? takesModifier(comp) : operator.takesList();
  }

  /** An operator on text, one blank, a modifier. */
  private static boolean takesModifier(String comp) {
    int blank = comp.indexOf(' ');
    if (blank < 0) {
      return false;
    }
    Operator operator = Operator.of(comp.substring(0, blank));
    return operator != null
        && operator.takesModifier()
        && Modifier.of(comp.substring(blank + 1)) != null;
  }
}
