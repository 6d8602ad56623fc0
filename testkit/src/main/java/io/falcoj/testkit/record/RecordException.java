package io.falcoj.testkit.record;

import io.falcoj.runtime.source.SourceException;

/** No test can be made as asked; the message is for the user. */
public final class RecordException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is. */
  public enum Kind {
    /** Something was asked for that is not there, or must not be overwritten. */
    USAGE,
    /** No event is what the test would be about. */
    NOTHING,
    /** A recording cannot be read or made, or is damaged. */
    SOURCE
  }

  private final Kind kind;

  RecordException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  RecordException(SourceException cause) {
    this(Kind.SOURCE, cause.describe());
  }

  public Kind kind() {
    return kind;
  }
}
