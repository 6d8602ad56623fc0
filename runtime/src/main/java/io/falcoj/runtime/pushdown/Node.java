package io.falcoj.runtime.pushdown;

/**
 * One question and where to go on. When the value of the source is not known the event is sent at
 * once.
 *
 * @param whenTrue a greater index, {@link Filter#PASS} or {@link Filter#DROP}
 * @param whenFalse likewise
 */
public record Node(Source source, Test test, int whenTrue, int whenFalse) {
  public Node {
    if (source.kind().isText() != test.isOfText()) {
      throw new IllegalArgumentException(test + " of " + source);
    }
  }
}
