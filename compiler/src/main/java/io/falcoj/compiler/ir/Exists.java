package io.falcoj.compiler.ir;

/** The value is present; of a walk, at least one element. */
public record Exists(Load load, Place place) implements Pred {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
