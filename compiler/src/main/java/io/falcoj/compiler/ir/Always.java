package io.falcoj.compiler.ir;

/** Holds always, or never. */
public record Always(boolean value) implements Pred {
  public static final Always TRUE = new Always(true);
  public static final Always FALSE = new Always(false);

  public static Always of(boolean value) {
    return value ? TRUE : FALSE;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
