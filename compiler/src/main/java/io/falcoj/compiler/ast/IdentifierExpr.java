package io.falcoj.compiler.ast;

import io.falcoj.compiler.source.SourceSpan;

/** The name of a macro; none is left after resolution. */
public record IdentifierExpr(String name, SourceSpan span) implements Expr {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
