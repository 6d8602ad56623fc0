package io.falcoj.runtime.schema;

/** A field name with an argument that it does not take; the message is for people. */
public final class FieldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FieldException(String message) {
    super(message);
  }
}
