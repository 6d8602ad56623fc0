package io.falcoj.runtime.engine;

/** Hears of what could not be read and was left out. */
public interface WarningListener {
  /**
   * Something was left out; judging goes on.
   *
   * @param message one sentence for people
   * @param offset byte offset in the stream, or -1
   */
  void warning(String message, long offset);
}
