package io.falcoj.compiler.check;

import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.Modifier;
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

  FieldComparison(LoadBuilder loads) {
    this.loads = loads;
  }

  Pred build(BinaryCheck expr, Load left) throws CheckException {
    Operator operator = expr.operator();
    if (operator == Operator.PMATCH
        || operator == Operator.REGEX
        || operator == Operator.BCONTAINS
        || operator == Operator.BSTARTSWITH
        || expr.modifier() != Modifier.NONE) {
      throw CheckException.type(
          expr.span(), "operator '" + operator.text() + "' does not take a field on its right");
    }
    Load right = loads.build(expr.right());
    checkSides(expr, left, right);
    Check.Over over =
        !left.isMany() ? Check.Over.ONE : operator == Operator.IN ? Check.Over.ALL : Check.Over.ANY;
    return new Check(left, over, test(operator, left.operand(), right), new Place(expr.span()));
  }

  private static void checkSides(BinaryCheck expr, Load left, Load right) throws CheckException {
    FieldType type = left.operand().type();
    if (type.family() == Family.NETWORK) {
      throw CheckException.type(
          expr.span(), "networks cannot be compared with a field on the right");
    }
    if (left instanceof Load.Field field && field.ref().def().has(FieldFlag.NO_RHS)) {
      throw CheckException.type(
          expr.left().span(),
          "field '" + field.ref().text() + "' cannot be compared with another field");
    }
    if (right instanceof Load.Field field && field.ref().def().has(FieldFlag.NO_RHS)) {
      throw CheckException.type(
          expr.right().span(), "field '" + field.ref().text() + "' cannot stand on the right");
    }
    if (!left.operand().equals(right.operand())) {
      throw CheckException.type(
          expr.span(),
          "types differ: %s on the left, %s on the right"
              .formatted(name(left.operand()), name(right.operand())));
    }
  }

  private static String name(Transformer.Operand operand) {
    return operand.type() + (operand.list() ? " (list)" : "");
  }

  private static Test test(Operator operator, Transformer.Operand operand, Load right) {
    boolean numeric = operand.type().isNumeric();
    return switch (operator) {
      case IN, INTERSECTS -> new Test.InField(right, numeric);
      case CONTAINS -> new Test.SearchAgainst(Part.CONTAINS, right);
      case ICONTAINS -> new Test.SearchAgainst(Part.ICONTAINS, right);
      case STARTSWITH -> new Test.SearchAgainst(Part.STARTSWITH, right);
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
