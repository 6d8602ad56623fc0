package io.falcoj.compiler.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Places of a text counted in bytes of UTF-8, from 0: lines end with a line feed, a byte order mark
 * does not count. So counts Falco's YAML reader.
 */
public final class ByteLines {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final String text;
  private final int[] starts;
  private final int[] bytes;

  ByteLines(String text) {
    this.text = text;
    int[] found = new int[16];
    int[] before = new int[16];
    found[0] = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    int count = 1;
    for (int at = text.indexOf('\n', found[0]); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
        before = Arrays.copyOf(before, 2 * count);
      }
      before[count] = before[count - 1] + length(found[count - 1], at + 1);
      found[count++] = at + 1;
    }
    starts = Arrays.copyOf(found, count);
    bytes = Arrays.copyOf(before, count);
  }

  /** Lines before that of the character at {@code offset}. */
  public int line(int offset) {
    int at = Arrays.binarySearch(starts, offset);
    return at >= 0 ? at : Math.max(0, -at - 2);
  }

  /** Bytes of the line before the character at {@code offset}. */
  public int column(int offset) {
    int start = starts[line(offset)];
    return length(start, Math.max(start, offset));
  }

  /** Bytes of the text before the character at {@code offset}. */
  public int offset(int offset) {
    return bytes[line(offset)] + column(offset);
  }

  private int length(int from, int to) {
    return text.substring(from, to).getBytes(StandardCharsets.UTF_8).length;
  }
}
