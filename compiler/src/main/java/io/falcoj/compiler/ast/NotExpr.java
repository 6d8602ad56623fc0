package io.falcoj.compiler.ast;

import io.falcoj.compiler.source.SourceSpan;

/** The operand does not hold; a check on an absent value does not hold, so its negation does. */
public record NotExpr(Expr operand, SourceSpan span) implements Expr {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
