package io.falcoj.compiler.syntax;

import org.jspecify.annotations.Nullable;

/** Text that is no condition: what is wrong, where in the text, and perhaps the way out. */
final class SyntaxFault extends Exception {
  private static final long serialVersionUID = 1L;

  final int start;
  final int end;

  /** Where Falco's parser stops. */
  final int stop;

  final @Nullable String hint;

  /** Place of the bracket that has no end, or -1. */
  final int opened;

  SyntaxFault(int start, int end, String message) {
    this(start, end, start, message, null);
  }

  SyntaxFault(int start, int end, int stop, String message, @Nullable String hint) {
    this(start, end, stop, message, hint, -1);
  }

  SyntaxFault(int start, int end, int stop, String message, @Nullable String hint, int opened) {
    super(message, null, false, false);
    this.start = start;
    this.end = end;
    this.stop = stop;
    this.hint = hint;
    this.opened = opened;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
