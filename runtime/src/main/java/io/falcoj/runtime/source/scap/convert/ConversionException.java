package io.falcoj.runtime.source.scap.convert;

/** An event has no current form. The message is one clause for the user. */
public final class ConversionException extends Exception {
  private static final long serialVersionUID = 1L;

  ConversionException(String message) {
    super(message);
  }
}
