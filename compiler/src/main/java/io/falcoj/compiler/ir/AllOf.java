package io.falcoj.compiler.ir;

import java.util.List;

/** All operands hold; evaluated in order until one does not. */
public record AllOf(List<Pred> operands) implements Pred {
  public AllOf {
    operands = List.copyOf(operands);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
