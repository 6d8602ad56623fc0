package io.falcoj.runtime.schema;

import org.jspecify.annotations.Nullable;

/** A field name with an argument that it does not take; the message is for people. */
public final class FieldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String falco;

  public FieldException(String message) {
    this(message, null);
  }

  /**
   * @param falco Falco's words for it, or null when they are the same
   */
  public FieldException(String message, @Nullable String falco) {
    super(message);
    this.falco = falco;
  }

  /** Falco's words for it, or null when the message has them. */
  public @Nullable String falco() {
    return falco;
  }
}
