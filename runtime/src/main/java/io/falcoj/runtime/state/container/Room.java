package io.falcoj.runtime.state.container;

/** The memory that a table shares with others. */
public interface Room {
  /** Takes bytes, or nothing when there are not so many left. */
  boolean take(long bytes);

  void give(long bytes);
}
