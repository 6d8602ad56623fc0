package io.falcoj.compiler.check.condition;

import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.ast.ValueExpr;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.ir.Load;
import io.falcoj.runtime.schema.FieldDef.Shape;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.FieldType;
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

  /**
   * Results of transformers on text have a NUL more in Falco, which counts wherever lengths are
   * compared: in lists and buffers, and on the right of {@code in} ({@code
   * userspace/libsinsp/sinsp_filter_transformers/sinsp_filter_transformer.cpp}).
   *
   * @param right null for literals
   */
  static void report(BinaryCheck expr, Load left, @Nullable Load right, RuleFindings findings) {
    Operator operator = expr.operator();
    boolean member = operator == Operator.IN || operator == Operator.INTERSECTS;
    boolean rightLonger = right != null && isLonger(right);
    boolean differ = isLonger(left) != rightLonger;
    String falco = null;
    if (left.operand().type() == FieldType.BYTEBUF && differ) {
      boolean never = member || operator == Operator.EQ || operator == Operator.ENDSWITH;
      falco = never ? "never matches" : operator == Operator.NE ? "always matches" : null;
    } else if (member && (left.operand().list() ? differ : rightLonger)) {
      falco = "never matches";
    }
    if (falco != null) {
      findings.warn(
          DiagnosticCode.DIFFERS_FROM_FALCO,
          expr.span(),
          "'%s' on a transformed text is taken as written; Falco %s"
              .formatted(operator.text(), falco),
          null);
    }
  }

  private static boolean isLonger(Load load) {
    return load instanceof Load.Call call
        && switch (call.transformer()) {
          case TOLOWER, TOUPPER, B64, BASENAME -> true;
          case LEN, JOIN, CONCAT, GETOPT -> false;
        };
  }

  private static @Nullable String falcosWay(
      BinaryCheck expr, FieldRef field, List<ValueExpr> values) {
    Shape shape = field.def().shape();
    boolean several = values.size() > 1;
    if (field.type().family() == Family.NETWORK && shape == Shape.SINGLE) {
      boolean set =
          expr.modifier() == Modifier.ANYOF && expr.operator() == Operator.EQ
              || expr.modifier() == Modifier.ALLOF && expr.operator() == Operator.NE;
      return !set
          ? null
          : expr.operator() == Operator.EQ ? "never matches" : "matches whatever the address";
    }
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
