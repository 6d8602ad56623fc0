package io.falcoj.runtime.source.scap;

import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Composes blocks, one behind the other, until they are written. */
final class BlockBuffer {
  private static final int FIRST_SIZE = 128 * 1024;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;
  private int block;

  /** Starts a block; its length is filled in by {@link #endBlock}. */
  void beginBlock(BlockType type) {
    block = length;
    put32(type.id());
    put32(0);
  }

  /** Pads the body to a multiple of four and writes the length on both ends. */
  void endBlock() {
    int padded = (length - block + 3) & ~3;
    while (length - block < padded) {
      put8(0);
    }
    int total = padded + 4;
    put32(total);
    LittleEndian.put32(bytes, block + 4, total);
  }

  /** Starts an entry that has its length in front; returns its mark. */
  int beginEntry() {
    put32(0);
    return length - 4;
  }

  /** Fills in the entry's length, which counts itself. */
  void endEntry(int mark) {
    LittleEndian.put32(bytes, mark, length - mark);
  }

  /** Fills in the entry's length, which does not count itself. */
  void endInnerEntry(int mark) {
    LittleEndian.put32(bytes, mark, length - mark - 4);
  }

  void put8(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
  }

  void put16(int value) {
    reserve(2);
    LittleEndian.put16(bytes, length, value);
    length += 2;
  }

  void put32(long value) {
    reserve(4);
    LittleEndian.put32(bytes, length, (int) value);
    length += 4;
  }

  void put64(long value) {
    reserve(8);
    LittleEndian.put64(bytes, length, value);
    length += 8;
  }

  void put(byte[] source, int offset, int count) {
    reserve(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
  }

  /** Exactly so many bytes: cut, or filled with zeros. */
  void putFixed(ByteSlice value, int count) {
    int taken = Math.min(value.length(), count);
    put(value.array(), value.offset(), taken);
    for (int i = taken; i < count; i++) {
      put8(0);
    }
  }

  /** A length of 16 bits and the text, cut to what readers take. */
  void putText(ByteSlice text, int most) {
    int taken = Math.min(text.length(), most);
    put16(taken);
    put(text.array(), text.offset(), taken);
  }

  /** True when writing is due. */
  boolean isFull() {
    return length >= FIRST_SIZE / 2;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
    length = 0;
  }

  private void reserve(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.addExact(Math.max(2 * bytes.length, length), count));
    }
  }
}
