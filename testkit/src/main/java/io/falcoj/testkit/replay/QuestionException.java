package io.falcoj.testkit.replay;

/** A question has no answer: no such rule, no such event. The message is for the user. */
public final class QuestionException extends Exception {
  private static final long serialVersionUID = 1L;

  QuestionException(String message) {
    super(message);
  }
}
