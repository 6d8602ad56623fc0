package io.falcoj.testkit.record;

import io.falcoj.runtime.source.SourceException;

/** No test can be made as asked; the message is for the user. */
public final class RecordException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean damaged;

  RecordException(String message) {
    super(message);
    this.damaged = false;
  }

  RecordException(SourceException cause) {
    super(cause.describe());
    this.damaged = true;
  }

  /** Whether a recording cannot be read, or is damaged. */
  public boolean isDamaged() {
    return damaged;
  }
}
