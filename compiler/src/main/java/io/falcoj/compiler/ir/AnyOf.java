package io.falcoj.compiler.ir;

import java.util.List;

/** Any operand holds; evaluated in order until one does. */
public record AnyOf(List<Pred> operands) implements Pred {
  public AnyOf {
    operands = List.copyOf(operands);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
