package io.falcoj.runtime.value;

import java.util.Arrays;

/**
 * A text to be found within others. A byte that does not occur in it lets the search go on behind
 * that byte, so most bytes of a text are never looked at.
 */
public final class Needle {
  private final byte[] bytes;

  /** Bit {@code b & 63} is set for each byte {@code b} of the needle. */
  private final long present;

  public Needle(byte[] bytes) {
    this.bytes = bytes.clone();
    long bits = 0;
    for (byte b : bytes) {
      bits |= 1L << b;
    }
    this.present = bits;
  }

  /** True when the needle stands somewhere in the text; an empty one always does. */
  public boolean matches(ByteSlice text) {
    byte[] wanted = bytes;
    int length = wanted.length;
    if (length == 0) {
      return true;
    }
    byte[] array = text.array();
    int to = text.offset() + text.length();
    byte last = wanted[length - 1];
    int i = text.offset() + length - 1;
    while (i < to) {
      byte c = array[i];
      if (c == last && Arrays.equals(array, i - length + 1, i, wanted, 0, length - 1)) {
        return true;
      }
      i += (present >>> c & 1) == 0 ? length : 1;
    }
    return false;
  }

  @Override
  public String toString() {
    return ByteSlice.of(bytes).toString();
  }
}
