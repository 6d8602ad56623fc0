package io.falcoj.runtime.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds texts in one reused array: several within an event, forgotten together at the next. A
 * slice handed out stays valid until {@link #reset}.
 */
public final class TextBuilder {
  /** Of an unsigned number of 64 bits. */
  private static final int MAX_DIGITS = 20;

  private byte[] bytes = new byte[1024];
  private int start;
  private int end;

  /** Forgets every text built so far. */
  public void reset() {
    start = 0;
    end = 0;
  }

  /** Begins a new text behind the previous ones. */
  public TextBuilder begin() {
    start = end;
    return this;
  }

  public int length() {
    return end - start;
  }

  public TextBuilder append(byte value) {
    ensure(1);
    bytes[end++] = value;
    return this;
  }

  public TextBuilder append(char ascii) {
    return append((byte) ascii);
  }

  public TextBuilder append(ByteSlice slice) {
    return append(slice.array(), slice.offset(), slice.length());
  }

  public TextBuilder append(byte[] source, int offset, int length) {
    ensure(length);
    System.arraycopy(source, offset, bytes, end, length);
    end += length;
    return this;
  }

  /** Appends a text; allocates unless the text is a constant of ASCII letters. */
  public TextBuilder append(String text) {
    int length = text.length();
    ensure(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        byte[] rest = text.substring(i).getBytes(StandardCharsets.UTF_8);
        return append(rest, 0, rest.length);
      }
      bytes[end++] = (byte) c;
    }
    return this;
  }

  /** Appends a signed decimal number. */
  public TextBuilder appendDecimal(long value) {
    if (value < 0) {
      append('-');
      if (value == Long.MIN_VALUE) {
        return append("9223372036854775808");
      }
      return appendUnsigned(-value);
    }
    return appendUnsigned(value);
  }

  /** Appends an unsigned decimal number. */
  public TextBuilder appendUnsigned(long value) {
    ensure(MAX_DIGITS);
    int behind = end + MAX_DIGITS;
    int at = behind;
    long rest = value;
    if (value < 0) {
      rest = Long.divideUnsigned(value, 10);
      bytes[--at] = (byte) ('0' + (value - rest * 10));
    }
    do {
      // A division of signed numbers by a constant is a multiplication.
      long quotient = rest / 10;
      bytes[--at] = (byte) ('0' + (rest - quotient * 10));
      rest = quotient;
    } while (rest != 0);
    System.arraycopy(bytes, at, bytes, end, behind - at);
    end += behind - at;
    return this;
  }

  /** Appends the bits in a base of 8 or 16, upper case, without prefix. */
  public TextBuilder appendRadix(long value, int bitsPerDigit) {
    int digits =
        Math.max(1, (64 - Long.numberOfLeadingZeros(value) + bitsPerDigit - 1) / bitsPerDigit);
    ensure(digits);
    for (int i = digits - 1; i >= 0; i--) {
      int digit = (int) (value >>> (i * bitsPerDigit)) & ((1 << bitsPerDigit) - 1);
      bytes[end++] = (byte) (digit < 10 ? '0' + digit : 'A' + digit - 10);
    }
    return this;
  }

  /** The byte at that position of the current text. */
  public byte at(int index) {
    return bytes[start + index];
  }

  /** Changes a byte of the current text. */
  public void set(int index, byte value) {
    bytes[start + index] = value;
  }

  /** Removes the last {@code count} bytes of the current text. */
  public void drop(int count) {
    end = Math.max(start, end - count);
  }

  /** Points {@code target} at the text begun last. */
  public ByteSlice finish(ByteSlice target) {
    return target.wrap(bytes, start, end - start);
  }

  private void ensure(int more) {
    if (end + more > bytes.length) {
      // Slices of earlier texts keep the old array, whose bytes no longer change.
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
    }
  }
}
