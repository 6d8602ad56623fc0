package io.falcoj.runtime.output;

/** An output that is no template; the message says which rule and why. */
public final class OutputException extends Exception {
  private static final long serialVersionUID = 1L;

  public OutputException(String message, Throwable cause) {
    super(message, cause);
  }
}
