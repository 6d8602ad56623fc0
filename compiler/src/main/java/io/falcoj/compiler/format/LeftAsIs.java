package io.falcoj.compiler.format;

/** A file has a form that is not laid out; it stays as it is. */
final class LeftAsIs extends Exception {
  private static final long serialVersionUID = 1L;

  final int offset;
  final String reason;

  /**
   * @param offset where in the text
   */
  LeftAsIs(int offset, String reason) {
    super(reason, null, false, false);
    this.offset = offset;
    this.reason = reason;
  }
}
