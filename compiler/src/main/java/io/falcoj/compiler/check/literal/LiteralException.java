package io.falcoj.compiler.check.literal;

import org.jspecify.annotations.Nullable;

/** A literal that a type does not have; the message is for the user. */
public final class LiteralException extends Exception {
  private static final long serialVersionUID = 1L;

  private final @Nullable String falco;

  LiteralException(String message) {
    this(message, null);
  }

  /**
   * @param falco Falco's words for it, or null when they are the same
   */
  LiteralException(String message, @Nullable String falco) {
    super(message);
    this.falco = falco;
  }

  /** What Falco says, or null when it says the same. */
  public @Nullable String falco() {
    return falco;
  }

  /** What is wrong. */
  public String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
