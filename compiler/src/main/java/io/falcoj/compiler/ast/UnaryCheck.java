package io.falcoj.compiler.ast;

import io.falcoj.compiler.source.SourceSpan;

/** A field and an operator without right side: {@code exists}. */
public record UnaryCheck(Operand left, Operator operator, SourceSpan span) implements Expr {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
