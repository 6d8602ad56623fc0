package io.falcoj.runtime.source.scap;

import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.value.ByteSlice;

/** Reads the fields of a snapshot block one after the other, never beyond the block's end. */
final class BlockCursor {
  private final ByteWindow in;
  private long remaining;
  private long entryStart;

  BlockCursor(ByteWindow in) {
    this.in = in;
  }

  /** Starts a block's body, which begins at the window's position. */
  void begin(long bodyLength) {
    remaining = bodyLength;
  }

  /** Bytes of the body that were not read. */
  long remaining() {
    return remaining;
  }

  /** Entries are read while this holds: what is shorter is padding. */
  boolean hasEntry() {
    return remaining >= 4;
  }

  /** Marks the start of an entry, see {@link #consumed}. */
  void beginEntry() {
    entryStart = remaining;
  }

  /** Bytes read since {@link #beginEntry}. */
  long consumed() {
    return entryStart - remaining;
  }

  /**
   * True when the entry is long enough for another field: newer writers append fields.
   *
   * @param entryLength as recorded; 0 in versions without it
   */
  boolean has(long entryLength, int size) {
    return entryLength != 0 && consumed() + size <= entryLength;
  }

  /** Passes over what a newer writer appended. */
  void endEntry(long entryLength) throws SourceException {
    if (entryLength == 0) {
      return;
    }
    if (consumed() > entryLength) {
      throw in.damage(
          "corrupted list: an entry has " + consumed() + " bytes and says " + entryLength);
    }
    skip(entryLength - consumed());
  }

  int u8() throws SourceException {
    return LittleEndian.u8(in.buffer, take(1));
  }

  int u16() throws SourceException {
    return LittleEndian.u16(in.buffer, take(2));
  }

  long u32() throws SourceException {
    return LittleEndian.u32(in.buffer, take(4));
  }

  long i64() throws SourceException {
    return LittleEndian.i64(in.buffer, take(8));
  }

  /** Bytes of their own. */
  ByteSlice bytes(int length) throws SourceException {
    if (length == 0) {
      return ByteSlice.EMPTY;
    }
    int at = take(length);
    return ByteSlice.of(in.buffer, at, length).copy();
  }

  /** Bytes after a length of 16 bits. */
  ByteSlice text() throws SourceException {
    return bytes(u16());
  }

  void skip(long count) throws SourceException {
    if (count > remaining) {
      throw beyondTheBlock(count);
    }
    if (!in.skip(count)) {
      throw in.cut("a list", count);
    }
    remaining -= count;
  }

  /** Passes over the rest of the body. */
  void end() throws SourceException {
    skip(remaining);
  }

  SourceException damage(String message) {
    return in.damage(message);
  }

  private int take(int count) throws SourceException {
    if (count > remaining) {
      throw beyondTheBlock(count);
    }
    if (in.available(count) < count) {
      throw in.cut("a list", count);
    }
    int at = in.position;
    in.position += count;
    remaining -= count;
    return at;
  }

  private SourceException beyondTheBlock(long count) {
    return in.damage(
        "corrupted list: a field of "
            + count
            + " bytes, and "
            + remaining
            + " are left in the block");
  }
}
