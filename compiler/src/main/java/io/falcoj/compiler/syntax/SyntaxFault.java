package io.falcoj.compiler.syntax;

/** Text that is no condition: what is wrong, and where in the text. */
final class SyntaxFault extends Exception {
  private static final long serialVersionUID = 1L;

  final int start;
  final int end;

  SyntaxFault(int start, int end, String message) {
    super(message, null, false, false);
    this.start = start;
    this.end = end;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
