package io.falcoj.compiler.check;

import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.ast.ValueExpr;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.runtime.schema.FieldDef.Shape;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.FieldType.Family;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks that Falco accepts and then evaluates otherwise than they are written ({@code
 * userspace/libsinsp/sinsp_filtercheck_fd.cpp}): here they mean what they say, with a warning.
 */
final class Mends {
  private Mends() {}

  static void report(
      BinaryCheck expr, FieldRef field, List<ValueExpr> values, RuleFindings findings) {
    String falco = falcosWay(expr, field, values);
    if (falco != null) {
      findings.warn(
          DiagnosticCode.DIFFERS_FROM_FALCO,
          expr.span(),
          "'%s %s' is taken as written; Falco %s"
              .formatted(field.text(), expr.operator().text(), falco),
          null);
    }
  }

  private static @Nullable String falcosWay(
      BinaryCheck expr, FieldRef field, List<ValueExpr> values) {
    Shape shape = field.def().shape();
    boolean several = values.size() > 1;
    if (expr.modifier() != Modifier.NONE && shape != Shape.SINGLE && shape != Shape.LIST) {
      return several ? "looks at the first value only" : null;
    }
    if (shape != Shape.EITHER_END) {
      return null;
    }
    if (expr.operator() == Operator.INTERSECTS) {
      return field.type().family() == Family.NETWORK ? "never matches" : "ends at run time";
    }
    if (expr.operator() != Operator.IN) {
      return null;
    }
    return switch (field.type().family()) {
      case ADDRESS -> "never matches";
      case NETWORK -> several ? "looks at the first network only" : null;
      default -> null;
    };
  }
}
