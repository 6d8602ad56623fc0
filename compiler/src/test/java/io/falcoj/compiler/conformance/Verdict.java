package io.falcoj.compiler.conformance;

/**
 * What came of one row.
 *
 * @param reason empty for rows that agree
 */
record Verdict(Outcome outcome, String reason) {
  enum Outcome {
    AGREES,
    DIFFERS,
    /** We do otherwise on purpose and say so in a diagnostic. */
    DELIBERATE,
    /** Asks for something that does not exist yet. */
    WAITING
  }

  static final Verdict AGREES = new Verdict(Outcome.AGREES, "");

  static Verdict differs(String reason) {
    return new Verdict(Outcome.DIFFERS, reason);
  }

  static Verdict deliberate(String reason) {
    return new Verdict(Outcome.DELIBERATE, reason);
  }

  static Verdict waiting(String reason) {
    return new Verdict(Outcome.WAITING, reason);
  }

  /** Agrees when both are the same. */
  static Verdict equal(Object expected, Object actual) {
    return expected.equals(actual) ? AGREES : differs("expected " + expected + ", got " + actual);
  }
}
