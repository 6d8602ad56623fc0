package io.falcoj.compiler.ir;

/** The operand does not hold. */
public record Not(Pred operand) implements Pred {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
