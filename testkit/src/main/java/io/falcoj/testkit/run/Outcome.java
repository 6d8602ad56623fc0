package io.falcoj.testkit.run;

/** What became of a case. */
public enum Outcome {
  PASSED,
  /** The alerts are not those that the case expects. */
  FAILED,
  /** The events of the case could not be read to their end. */
  BROKEN,
  /** Fails, as its {@code todo} says. */
  TODO,
  /** Passes although it is marked {@code todo}: the mark can go. */
  TODO_PASSED;

  /** Whether the run as a whole fails because of it. */
  public boolean isFailure() {
    return this == FAILED || this == BROKEN;
  }
}
