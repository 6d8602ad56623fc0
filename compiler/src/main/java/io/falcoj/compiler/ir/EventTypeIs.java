package io.falcoj.compiler.ir;

/** The event is of a certain type; tested by numbers, decided by dispatch where possible. */
public record EventTypeIs(CodeSet codes, Place place) implements Pred {
  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
