package io.falcoj.runtime.source;

/** A source is damaged or lost. The message is one sentence for the user. */
public final class SourceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sourceName;
  private final long offset;
  private final boolean unpacked;

  /**
   * @param sourceName file or address
   * @param offset byte offset of the damage, or -1
   * @param message one sentence
   */
  public SourceException(String sourceName, long offset, String message) {
    this(sourceName, offset, false, message);
  }

  /**
   * @param sourceName file or address
   * @param offset byte offset of the damage, or -1
   * @param unpacked true when the offset counts bytes behind decompression
   * @param message one sentence
   */
  public SourceException(String sourceName, long offset, boolean unpacked, String message) {
    super(message);
    this.sourceName = sourceName;
    this.offset = offset;
    this.unpacked = unpacked;
  }

  public String sourceName() {
    return sourceName;
  }

  public long offset() {
    return offset;
  }

  /** Source, message and place for people, in one line. */
  public String describe() {
    String place =
        offset < 0 ? "" : " (at byte " + offset + (unpacked ? " of the unpacked bytes)" : ")");
    return sourceName + ": " + getMessage() + place;
  }
}
