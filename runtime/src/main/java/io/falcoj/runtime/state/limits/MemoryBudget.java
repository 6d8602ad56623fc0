package io.falcoj.runtime.state.limits;

import io.falcoj.runtime.state.container.Room;
import io.falcoj.runtime.value.ByteSlice;

/**
 * How many bytes the tables of one state hold together. What they are charged is an estimate from
 * above: events may be forged, and no number of entries alone bounds memory when each can be as
 * long as an event.
 */
public final class MemoryBudget implements Room {
  /** What is left of a text for which there is no room, and what is charged for any. */
  public static final int HEAD = 64;

  /** A thread with its process, slices, the heads of its texts, and its places in the tables. */
  public static final long THREAD = 1600;

  /** A process of which no thread is left. */
  public static final long GROUP = 160;

  /** A descriptor with its ends and the heads of its names. */
  public static final long DESCRIPTOR = 448;

  /** A user or a group, without its texts. */
  public static final long USER = 256;

  private final long limit;
  private long used;

  public MemoryBudget(long limit) {
    this.limit = limit;
  }

  /** Bytes of a text that are charged beside its head. */
  public static long beyondHead(ByteSlice text) {
    return Math.max(0, text.length() - HEAD);
  }

  /** The text without what is beyond its head. */
  public static ByteSlice head(ByteSlice text) {
    return text.length() <= HEAD ? text : ByteSlice.of(text.array(), text.offset(), HEAD).copy();
  }

  /** True when so many bytes more have room. */
  public boolean fits(long bytes) {
    return used + bytes <= limit;
  }

  /** True when more is charged than there is room for. */
  public boolean isExceeded() {
    return used > limit;
  }

  /** Charges bytes; gives them back when negative. */
  public void charge(long bytes) {
    used += bytes;
  }

  @Override
  public boolean take(long bytes) {
    if (!fits(bytes)) {
      return false;
    }
    charge(bytes);
    return true;
  }

  @Override
  public void give(long bytes) {
    charge(-bytes);
  }

  public long used() {
    return used;
  }
}
