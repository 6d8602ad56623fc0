package io.falcoj.compiler.check.condition;

import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Place;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.ir.Test;
import io.falcoj.compiler.ir.Test.Part;
import io.falcoj.runtime.schema.FieldDef.FieldFlag;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.FieldType.Family;
import io.falcoj.runtime.schema.Transformer;

/** Checks whose right side is a field or a transformer call. */
final class FieldComparison {
  private final LoadBuilder loads;
  private final RuleFindings findings;

  FieldComparison(LoadBuilder loads, RuleFindings findings) {
    this.loads = loads;
    this.findings = findings;
  }

  Pred build(BinaryCheck expr, Load left) throws CheckException {
    Operator operator = expr.operator();
    Load right = loads.build(expr.right());
    if (operator == Operator.PMATCH || operator == Operator.REGEX) {
      throw CheckException.type(
              expr.span(), "operator '" + operator.text() + "' does not take a field on its right")
          .falco("operator '" + operator + "' doesn't support right-hand side fields");
    }
    checkSides(expr, left, right);
    Mends.report(expr, left, right, findings);
    Check.Over over =
        !left.isMany() ? Check.Over.ONE : operator == Operator.IN ? Check.Over.ALL : Check.Over.ANY;
    return new Check(left, over, test(operator, left.operand(), right), new Place(expr.span()));
  }

  private static void checkSides(BinaryCheck expr, Load left, Load right) throws CheckException {
    FieldType type = left.operand().type();
    if (type.family() == Family.NETWORK) {
      throw CheckException.type(
              expr.span(), "networks cannot be compared with a field on the right")
          .falco("field type 'IPNET' doesn't support right-hand side fields");
    }
    if (takesNone(left)) {
      throw CheckException.type(
              expr.left().span(),
              "field '" + text(left) + "' cannot be compared with another field")
          .falco("field '" + CallFaults.name(left) + "' doesn't support right-hand side fields");
    }
    if (takesNone(right)) {
      throw CheckException.type(
              expr.right().span(), "field '" + text(right) + "' cannot stand on the right")
          .falco("field '" + CallFaults.name(right) + "' can't be used as a right-hand side field");
    }
    if (!left.operand().equals(right.operand())) {
      throw CheckException.type(
              expr.span(),
              "types differ: %s on the left, %s on the right"
                  .formatted(name(left.operand()), name(right.operand())))
          .falco(
              "field '%s' has type '%s'%s while the right-hand side field '%s' has incompatible type '%s'%s"
                  .formatted(
                      CallFaults.name(left),
                      left.operand().type(),
                      left.operand().list() ? " (list)" : "",
                      CallFaults.name(right),
                      right.operand().type(),
                      right.operand().list() ? " (list)" : ""));
    }
  }

  private static boolean takesNone(Load load) {
    return CallFaults.root(load) instanceof Load.Field field
        && field.ref().def().has(FieldFlag.NO_RHS);
  }

  private static String text(Load load) {
    return CallFaults.root(load) instanceof Load.Field field ? field.ref().text() : "";
  }

  private static String name(Transformer.Operand operand) {
    return operand.type() + (operand.list() ? " (list)" : "");
  }

  private static Test test(Operator operator, Transformer.Operand operand, Load right) {
    boolean numeric = operand.type().isNumeric();
    return switch (operator) {
      case IN, INTERSECTS -> new Test.InField(right, numeric);
      case CONTAINS, BCONTAINS -> new Test.SearchAgainst(Part.CONTAINS, right);
      case ICONTAINS -> new Test.SearchAgainst(Part.ICONTAINS, right);
      case STARTSWITH, BSTARTSWITH -> new Test.SearchAgainst(Part.STARTSWITH, right);
      case ENDSWITH -> new Test.SearchAgainst(Part.ENDSWITH, right);
      case GLOB -> new Test.GlobAgainst(right, false);
      case IGLOB -> new Test.GlobAgainst(right, true);
      default ->
          numeric
              ? new Test.NumberAgainst(TestBuilder.order(operator), operand.type().family(), right)
              : new Test.TextAgainst(TestBuilder.order(operator), right);
    };
  }
}
