package io.falcoj.compiler.diag;

/**
 * A place as Falco counts it: in the text of a condition, exceptions and perhaps list items put in,
 * and not in the rule file.
 *
 * @param text the condition
 * @param offset in bytes, from 0
 * @param line from 1; 0 for the condition as a whole
 * @param column in bytes, from 1; 0 for the condition as a whole
 */
public record ConditionPlace(String text, int offset, int line, int column) {
  /** The condition as a whole. */
  public static ConditionPlace whole(String text) {
    return new ConditionPlace(text, 0, 0, 0);
  }

  /**
   * The place of a character.
   *
   * @param text the condition that is shown
   * @param read the same with what was put in: the character is counted here
   * @param index of the character in {@code read}; its length for the end
   */
  public static ConditionPlace at(String text, String read, int index) {
    int offset = 0;
    int line = 1;
    int column = 1;
    for (int i = 0; i < index; ) {
      int c = read.codePointAt(i);
      int bytes = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      offset += bytes;
      // Either of the two ends a line, so that both together count twice.
      boolean ends = c == '\n' || c == '\r';
      line += ends ? 1 : 0;
      column = ends ? 1 : column + bytes;
      i += Character.charCount(c);
    }
    return new ConditionPlace(text, offset, line, column);
  }
}
