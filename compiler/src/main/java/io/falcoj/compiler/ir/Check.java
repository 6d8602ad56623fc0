package io.falcoj.compiler.ir;

/**
 * The value is present and passes a test.
 *
 * @param over which elements must pass where the load has several
 */
public record Check(Load load, Over over, Test test, Place place) implements Pred {
  /** How a test is spread over the elements of a load. */
  public enum Over {
    /** The load has one value. */
    ONE,
    /** Some element passes. */
    ANY,
    /** Every element passes; true of a list without elements. */
    ALL,
    /** There are elements and every one passes. */
    BOTH_ENDS
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
