package io.falcoj.testkit.run;

/** The rules under test cannot be used; the message has every diagnostic. */
public final class RulesException extends Exception {
  private static final long serialVersionUID = 1L;

  public RulesException(String message) {
    super(message);
  }
}
