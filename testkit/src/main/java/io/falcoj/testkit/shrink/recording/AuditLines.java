package io.falcoj.testkit.shrink.recording;

import io.falcoj.runtime.event.RawEvent;

/** Audit events as lines of a log. */
public final class AuditLines {
  private AuditLines() {}

  /** The document on one line, without a line end. */
  public static byte[] of(RawEvent raw) {
    byte[] document = new byte[raw.length()];
    for (int i = 0; i < document.length; i++) {
      byte b = raw.buffer()[raw.offset() + i];
      // Within texts JSON has no line ends, so these are blanks between its tokens.
      document[i] = b == '\n' || b == '\r' ? (byte) ' ' : b;
    }
    return document;
  }
}
