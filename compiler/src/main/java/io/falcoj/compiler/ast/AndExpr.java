package io.falcoj.compiler.ast;

import io.falcoj.compiler.source.SourceSpan;
import java.util.List;

/** All operands hold; evaluated left to right. */
public record AndExpr(List<Expr> operands, SourceSpan span) implements Expr {
  public AndExpr {
    operands = List.copyOf(operands);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
