package io.falcoj.testkit.record;

/** No test can be made as asked; the message is for the user. */
public final class RecordException extends Exception {
  private static final long serialVersionUID = 1L;

  RecordException(String message) {
    super(message);
  }
}
