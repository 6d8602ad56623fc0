package io.falcoj.runtime.json;

/** Receives the nodes of a value in the order in which they stand; offsets are window indexes. */
interface JsonTape {
  /** A key's characters between the quotes, still escaped; its value follows. */
  void key(int start, int end);

  /** A container begins. */
  void open(JsonKind kind, int start);

  /** The container opened last ends before {@code end}. */
  void close(int end);

  /** A value without parts; a string's extent includes its quotes. */
  void scalar(JsonKind kind, int start, int end);
}
