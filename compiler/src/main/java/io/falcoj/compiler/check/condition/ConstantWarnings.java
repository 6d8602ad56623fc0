package io.falcoj.compiler.check.condition;

import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.ast.ValueExpr;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.FalcoForm;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldException;
import io.falcoj.runtime.schema.Transformer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Warns of literals that look like something else: a field, a transformer call, a regular
 * expression that a simpler operator could replace.
 */
final class ConstantWarnings {
  private static final String SPECIAL = ".+*?^$()[]{}|\\";
  private static final String REPEAT = "+*?";
  private static final Pattern BLANK = Pattern.compile("\\s");

  private final FieldCatalog catalog;
  private final String source;
  private final RuleFindings findings;

  ConstantWarnings(FieldCatalog catalog, String source, RuleFindings findings) {
    this.catalog = catalog;
    this.source = source;
    this.findings = findings;
  }

  /**
   * @param side the right side, where Falco places what it says of any value in it
   */
  void check(Operator operator, List<ValueExpr> values, SourceSpan side) {
    for (ValueExpr value : values) {
      String text = value.value().toString();
      if (operator == Operator.REGEX && isSimple(text)) {
        warn(
            value,
            side,
            "regular expression '" + text + "' needs no regular expression",
            "'=', 'contains', 'startswith' or 'endswith' would do",
            "regex check with '"
                + text
                + "' may be optimized with simpler operators such as '=', 'contains',"
                + " 'startswith', 'endswith'");
      }
      if (text.indexOf('.') < 0 && text.indexOf('(') < 0) {
        continue;
      }
      String dense = BLANK.matcher(text).replaceAll("");
      if (isField(dense)) {
        warn(
            value,
            side,
            "'" + text + "' may be a valid field misused as a const string value",
            "write val(" + dense + ") to compare with the field",
            null);
      } else if (isCall(dense)) {
        warn(
            value,
            side,
            "'" + text + "' may be a valid field transformer misused as a const string value",
            null,
            null);
      }
    }
  }

  private void warn(
      ValueExpr value,
      SourceSpan side,
      String message,
      @Nullable String hint,
      @Nullable String falco) {
    findings.warn(
        new Diagnostic(DiagnosticCode.COMPILE_CONDITION, value.span(), message, hint, List.of())
            .as(FalcoForm.SAME.withMessage(falco)),
        side);
  }

  private boolean isField(String text) {
    if (text.indexOf('.') < 0) {
      return false;
    }
    try {
      return catalog.resolve(text, source) != null;
    } catch (FieldException e) {
      return false;
    }
  }

  private static boolean isCall(String text) {
    int open = text.indexOf('(');
    if (open < 0 || !text.endsWith(")")) {
      return false;
    }
    String name = text.substring(0, open);
    return name.equals(LoadBuilder.VAL) || Transformer.named(name) != null;
  }

  /** True when only anchors and any-runs at the ends make it a regular expression. */
  private static boolean isSimple(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (i == 0 && c == '^' || i == length - 1 && c == '$') {
        continue;
      }
      boolean atEnd = i == 0 && length > 1 || i == length - 2;
      if (atEnd && c == '.' && REPEAT.indexOf(text.charAt(i + 1)) >= 0) {
        i++;
        continue;
      }
      if (SPECIAL.indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }
}
