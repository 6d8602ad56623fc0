package io.falcoj.runtime.template;

/** A piece of an output template. */
public sealed interface Segment {
  /** Text that is printed as it is. */
  record Literal(String text) implements Segment {}

  /**
   * A value.
   *
   * @param width bytes to cut or fill the value to; 0 leaves it as it is
   */
  record Token(Argument value, int width) implements Segment {}
}
