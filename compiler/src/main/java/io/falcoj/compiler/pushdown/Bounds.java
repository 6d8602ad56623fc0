package io.falcoj.compiler.pushdown;

/**
 * What is known of a predicate.
 *
 * @param may holds whenever the predicate does
 * @param must when it holds the predicate does
 */
record Bounds(Formula may, Formula must) {
  static final Bounds UNKNOWN = new Bounds(Formula.TRUE, Formula.FALSE);
  static final Bounds NEVER = exactly(Formula.FALSE);
  static final Bounds ALWAYS = exactly(Formula.TRUE);

  static Bounds exactly(Formula formula) {
    return new Bounds(formula, formula);
  }

  /** Of a value that can be absent for other reasons: then the predicate fails. */
  static Bounds atMost(Formula formula) {
    return new Bounds(formula, Formula.FALSE);
  }

  Bounds not() {
    return new Bounds(must.not(), may.not());
  }
}
