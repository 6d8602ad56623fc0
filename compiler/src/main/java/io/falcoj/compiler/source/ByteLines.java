package io.falcoj.compiler.source;

import java.util.Arrays;

/**
 * Places of a text counted in bytes of UTF-8, from 0: lines end with a line feed, a byte order mark
 * does not count. So counts Falco's YAML reader.
 */
public final class ByteLines {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  /** Characters between two places whose bytes are known: a line can be a whole file. */
  private static final int STRIDE = 256;

  private final String text;
  private final int[] starts;
  private final int[] bytes;

  ByteLines(String text) {
    this.text = text;
    int begin = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    int[] found = new int[16];
    found[0] = begin;
    int count = 1;
    for (int at = text.indexOf('\n', begin); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = at + 1;
    }
    starts = Arrays.copyOf(found, count);
    bytes = new int[text.length() / STRIDE + 1];
    for (int i = 1; i < bytes.length; i++) {
      bytes[i] = bytes[i - 1] + length(Math.max(begin, (i - 1) * STRIDE), i * STRIDE);
    }
  }

  /** Lines before that of the character at {@code offset}. */
  public int line(int offset) {
    int at = Arrays.binarySearch(starts, offset);
    return at >= 0 ? at : Math.max(0, -at - 2);
  }

  /** Bytes of the line before the character at {@code offset}. */
  public int column(int offset) {
    return offset(offset) - offset(starts[line(offset)]);
  }

  /** Bytes of the text before the character at {@code offset}. */
  public int offset(int offset) {
    int known = Math.max(0, offset) / STRIDE;
    return bytes[known] + length(Math.max(starts[0], known * STRIDE), offset);
  }

  /** A surrogate is half of four bytes; one alone becomes a question mark when encoded. */
  private int length(int from, int to) {
    int length = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return length;
  }
}
