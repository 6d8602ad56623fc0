package io.falcoj.testkit.shrink;

/** A recording cannot be made smaller or redacted as asked; the message is for the user. */
public final class ShrinkException extends Exception {
  private static final long serialVersionUID = 1L;

  ShrinkException(String message) {
    super(message);
  }
}
