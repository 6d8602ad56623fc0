package io.falcoj.compiler.check;

/** A literal that a type does not have; the message is for the user. */
final class LiteralException extends Exception {
  private static final long serialVersionUID = 1L;

  LiteralException(String message) {
    super(message);
  }

  String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
