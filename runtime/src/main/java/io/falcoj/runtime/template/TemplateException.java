package io.falcoj.runtime.template;

/** An output text that is no template. The message is one clause for the user. */
public final class TemplateException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /**
   * @param offset of the wrong token in the output text, in characters
   */
  public TemplateException(int offset, String message) {
    super(message);
    this.offset = offset;
  }

  public int offset() {
    return offset;
  }
}
