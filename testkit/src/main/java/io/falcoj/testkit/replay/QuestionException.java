package io.falcoj.testkit.replay;

/** A question has no answer. The message is for the user. */
public final class QuestionException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is in the way. */
  public enum Cause {
    /** There is no such rule or event, or rule and events are of different sources. */
    NOT_THERE,
    /** The rule is there, and left out of the rule set. */
    LEFT_OUT,
    /** The events end early, before the one that was asked for. */
    DAMAGED
  }

  private final Cause why;

  QuestionException(Cause why, String message) {
    super(message);
    this.why = why;
  }

  public Cause why() {
    return why;
  }
}
