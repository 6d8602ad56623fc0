package io.falcoj.runtime.json;

/**
 * Receives the nodes of a value in the order in which they stand. Places are window indexes plus
 * {@link JsonScanner#shift}, so that they stay true when the window slides.
 */
interface JsonTape {
  /** Nobody wants the value: it is not told. */
  int UNWANTED = 0;

  /** The value is told. */
  int WANTED = 1;

  /** Reading stops before the value if it is an array; else it is not told. */
  int STOPS = 2;

  /**
   * A key's characters between the quotes, still escaped; its value follows.
   *
   * @param start window index
   * @param end window index
   * @return one of the constants
   */
  int key(byte[] window, int start, int end, int shift);

  /**
   * A container begins.
   *
   * @return false when nobody wants what is in it: only its end is told then
   */
  boolean open(JsonKind kind, int start);

  /** The container opened last ends before {@code end}. */
  void close(int end);

  /** A value without parts; a string's extent includes its quotes. */
  void scalar(JsonKind kind, int start, int end);
}
