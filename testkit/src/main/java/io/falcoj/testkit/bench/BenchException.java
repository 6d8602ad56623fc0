package io.falcoj.testkit.bench;

import io.falcoj.runtime.source.SourceException;

/** There is nothing to measure; the message is for the user. */
public final class BenchException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean damaged;

  BenchException(String message) {
    super(message);
    this.damaged = false;
  }

  BenchException(SourceException cause) {
    super(cause.describe());
    this.damaged = true;
  }

  /** Whether a recording cannot be read, or is damaged. */
  public boolean isDamaged() {
    return damaged;
  }
}
