package io.falcoj.runtime.source.scap.convert;

/** An event has no current form. The message is one clause for the user. */
public final class ConversionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  ConversionException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** The message, which is never null. */
  public String reason() {
    return reason;
  }
}
