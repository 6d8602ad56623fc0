package io.falcoj.compiler.source;

import java.util.Arrays;

/**
 * Lines and columns of a text; lines end with LF, CR LF or CR. All numbers count from 1. A byte
 * order mark is no part of the first line.
 */
public final class LineMap {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final String text;
  private final int[] starts;

  public LineMap(String text) {
    this.text = text;
    int[] found = new int[16];
    found[0] = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 >= text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i + 1;
      }
    }
    this.starts = Arrays.copyOf(found, count);
  }

  public int line(int offset) {
    int at = Arrays.binarySearch(starts, offset);
    return at >= 0 ? at + 1 : Math.max(1, -at - 1);
  }

  /** Column as editors count it: one for each code point. */
  public int column(int offset) {
    int start = starts[line(offset) - 1];
    return start < offset ? text.codePointCount(start, offset) + 1 : 1;
  }

  public int lineStart(int line) {
    return starts[line - 1];
  }

  /** The line's text without its end. */
  public String lineText(int line) {
    return text.substring(starts[line - 1], lineEnd(line));
  }

  /** Offset behind the line's last character, its end not counted. */
  public int lineEnd(int line) {
    int end = line < starts.length ? starts[line] : text.length();
    while (end > starts[line - 1] && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
