package io.falcoj.runtime.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A run of bytes inside an array: the value of every text and buffer. Constants are made once and
 * never re-pointed; views over events are re-pointed with {@link #wrap} and are valid until the
 * next event.
 */
public final class ByteSlice implements Comparable<ByteSlice> {
  public static final ByteSlice EMPTY = new ByteSlice();

  private byte[] array;
  private int offset;
  private int length;

  /** An empty slice, to be pointed by {@link #wrap}. */
  public ByteSlice() {
    this.array = new byte[0];
  }

  private ByteSlice(byte[] array, int offset, int length) {
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  /** A slice of the text's UTF-8 bytes. */
  public static ByteSlice of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new ByteSlice(bytes, 0, bytes.length);
  }

  /** A slice over the whole array, which is not copied. */
  public static ByteSlice of(byte[] bytes) {
    return new ByteSlice(bytes, 0, bytes.length);
  }

  /** A slice over a part of the array, which is not copied. */
  public static ByteSlice of(byte[] bytes, int offset, int length) {
    return new ByteSlice(bytes, offset, length);
  }

  /** Points this slice elsewhere. */
  public ByteSlice wrap(byte[] bytes, int newOffset, int newLength) {
    this.array = bytes;
    this.offset = newOffset;
    this.length = newLength;
    return this;
  }

  /** A slice with bytes of its own, for keeping beyond the event. */
  public ByteSlice copy() {
    return of(toBytes());
  }

  public byte[] array() {
    return array;
  }

  public int offset() {
    return offset;
  }

  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  public byte at(int index) {
    return array[offset + index];
  }

  /** Index of the byte at or after {@code from}, or -1. */
  public int indexOf(byte wanted, int from) {
    int end = offset + length;
    int at = ByteScan.indexOf(wanted, array, offset + from, end);
    return at < end ? at - offset : -1;
  }

  /** Index of the last such byte, or -1. */
  public int lastIndexOf(byte wanted) {
    for (int i = offset + length - 1; i >= offset; i--) {
      if (array[i] == wanted) {
        return i - offset;
      }
    }
    return -1;
  }

  public boolean contentEquals(ByteSlice other) {
    return contentEquals(other.array, other.offset, other.length);
  }

  /** Compares with a run of bytes. */
  public boolean contentEquals(byte[] bytes, int start, int count) {
    int last = length - 1;
    // Most comparisons fail, and nearly all of those on length or last byte.
    if (length != count || last >= 0 && array[offset + last] != bytes[start + last]) {
      return false;
    }
    return Arrays.equals(array, offset, offset + length, bytes, start, start + count);
  }

  /** Compares the bytes unsigned, as {@code memcmp} does. */
  @Override
  public int compareTo(ByteSlice other) {
    return Arrays.compareUnsigned(
        array, offset, offset + length, other.array, other.offset, other.offset + other.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByteSlice slice && contentEquals(slice);
  }

  @Override
  public int hashCode() {
    return ByteScan.hash(array, offset, length);
  }

  public byte[] toBytes() {
    return Arrays.copyOfRange(array, offset, offset + length);
  }

  /** The bytes as UTF-8 text, bad ones replaced; for people, not for comparing. */
  @Override
  public String toString() {
    return new String(array, offset, length, StandardCharsets.UTF_8);
  }
}
