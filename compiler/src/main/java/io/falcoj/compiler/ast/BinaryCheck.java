package io.falcoj.compiler.ast;

import io.falcoj.compiler.source.SourceSpan;

/** A comparison. */
public record BinaryCheck(
    Operand left, Operator operator, Modifier modifier, Operand right, SourceSpan span)
    implements Expr {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
