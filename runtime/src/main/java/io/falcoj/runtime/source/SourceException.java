package io.falcoj.runtime.source;

/** A source is damaged or lost. The message is one sentence for the user. */
public final class SourceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sourceName;
  private final long offset;

  /**
   * @param sourceName file or address
   * @param offset byte offset of the damage in the (decompressed) stream, or -1
   * @param message one sentence
   */
  public SourceException(String sourceName, long offset, String message) {
    super(message);
    this.sourceName = sourceName;
    this.offset = offset;
  }

  public String sourceName() {
    return sourceName;
  }

  public long offset() {
    return offset;
  }
}
