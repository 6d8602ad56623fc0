package io.falcoj.runtime.json;

/** The bytes are not JSON. The message is one sentence without the offset. */
public final class JsonException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long offset;
  private final String problem;

  /**
   * @param offset of the first byte that does not fit, counted from the start of the input
   * @param message what was expected there
   */
  public JsonException(long offset, String message) {
    super(message, null, false, false);
    this.offset = offset;
    this.problem = message;
  }

  public long offset() {
    return offset;
  }

  @Override
  public String getMessage() {
    return problem;
  }
}
