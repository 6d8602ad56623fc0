package io.falcoj.compiler.ast;

import io.falcoj.compiler.source.SourceSpan;
import java.util.List;

/** Any operand holds; evaluated left to right. */
public record OrExpr(List<Expr> operands, SourceSpan span) implements Expr {
  public OrExpr {
    operands = List.copyOf(operands);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
