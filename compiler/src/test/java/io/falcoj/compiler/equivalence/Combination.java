package io.falcoj.compiler.equivalence;

import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.runtime.schema.FieldDef.Shape;
import io.falcoj.runtime.schema.FieldType;

/**
 * An operand, an operator and a kind of right side that the language lets go together.
 *
 * @param fields which fields can stand in the operand
 * @param call the operand, {@code %s} standing for the field
 * @param result type of the operand's value
 */
record Combination(
    Fields fields,
    String call,
    FieldType result,
    Operator operator,
    Modifier modifier,
    Right right) {
  /** Fields that the language treats alike. */
  record Fields(String source, FieldType type, Shape shape, boolean transformable, boolean right) {}

  /** What stands on the right. */
  enum Right {
    NOTHING,
    VALUE,
    LIST,
    FIELD
  }

  /** The check with that operand and right side. */
  String text(String field, String right) {
    String head = call.formatted(field) + " " + operator.text();
    String modified = modifier == Modifier.NONE ? head : head + " " + modifier.text();
    return this.right == Right.NOTHING ? modified : modified + " " + right;
  }
}
