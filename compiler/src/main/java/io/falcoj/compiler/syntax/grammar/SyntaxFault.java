package io.falcoj.compiler.syntax.grammar;

import org.jspecify.annotations.Nullable;

/** Text that is no condition: what is wrong, where in the text, and perhaps the way out. */
public final class SyntaxFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final int start;
  private final int end;
  private final int stop;
  private final @Nullable String hint;
  private final int opened;

  public SyntaxFault(int start, int end, String message) {
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

  /** First place of the text that is wrong. */
  public int start() {
    return start;
  }

  /** The place behind it. */
  public int end() {
    return end;
  }

  /** Where Falco's parser stops. */
  public int stop() {
    return stop;
  }

  public @Nullable String hint() {
    return hint;
  }

  /** Place of the bracket that has no end, or -1. */
  public int opened() {
    return opened;
  }

  /** What is wrong. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
