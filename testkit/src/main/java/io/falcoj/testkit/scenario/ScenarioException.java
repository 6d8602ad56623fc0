package io.falcoj.testkit.scenario;

/** A scenario cannot be what it says; the message tells which part and why. */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ScenarioException(String message) {
    super(message);
  }
}
