package io.falcoj.compiler.diag;

import io.falcoj.compiler.source.SourceFile;
import java.nio.charset.StandardCharsets;

/**
 * A place in a file as Falco's YAML reader counts it: from 0, columns and offsets in bytes, lines
 * end with a line feed, a byte order mark does not count.
 */
record YamlPlace(int line, int column, int offset) {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  /**
   * @param offset in characters
   */
  static YamlPlace of(SourceFile file, int offset) {
    String text = file.text();
    int begin = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    int line = 0;
    int lineStart = begin;
    for (int at = text.indexOf('\n', begin); at >= 0 && at < offset; ) {
      line++;
      lineStart = at + 1;
      at = text.indexOf('\n', lineStart);
    }
    int end = Math.max(lineStart, offset);
    return new YamlPlace(line, bytes(text, lineStart, end), bytes(text, begin, end));
  }

  private static int bytes(String text, int from, int to) {
    return text.substring(from, to).getBytes(StandardCharsets.UTF_8).length;
  }
}
