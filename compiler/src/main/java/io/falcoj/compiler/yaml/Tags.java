package io.falcoj.compiler.yaml;

import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.scanner.Constant;
import org.yaml.snakeyaml.scanner.ScannerException;

/**
 * Tags end where upstream's YAML library ends them: {@code !t[a]} is a tag and a list. Ours reads a
 * tag up to the next blank, and only with handles and characters that it knows; as a tag's name has
 * no meaning, it is not shown any.
 */
final class Tags {
  /** Of a tag that has no room for a blank behind its first character. */
  static final String LONE = "nothing stands between `!` and what follows";

  private static final String MARKS = "#;/?:@&=+$_.~*'()";
  private static final String MARKS_IN_BRACKETS = MARKS + ",![]";

  private final IntUnaryOperator text;
  private final int start;

  /**
   * A text with a tag.
   *
   * @param text its characters by place, 0 behind the last
   */
  private Tags(IntUnaryOperator text, int start) {
    this.text = text;
    this.start = start;
  }

  /** Puts blanks in place of a tag's name. */
  static void separate(int[] text, int at, Mark mark) {
    int end = new Tags(i -> i < text.length ? text[i] : 0, at).end();
    boolean lone = end == at + 1 && end < text.length;
    if (lone && Constant.NULL_BL_T_LINEBR.hasNo(text[end])) {
      throw new ScannerException("while scanning a tag", mark, LONE, mark);
    }
    for (int i = at + 1; i < end; i++) {
      text[i] = ' ';
    }
  }

  /** The tag that begins at the place, as it is written, or null when there is none. */
  static @Nullable String at(String text, int start) {
    int end = new Tags(i -> i < text.length() ? text.charAt(i) : 0, start).end();
    return end < 0 ? null : text.substring(start, end);
  }

  /** The place behind it, or -1 when upstream takes it for no tag. */
  private int end() {
    if (text.applyAsInt(start) != '!') {
      return -1;
    }
    if (text.applyAsInt(start + 1) == '<') {
      int end = skip(start + 2, MARKS_IN_BRACKETS);
      return text.applyAsInt(end) == '>' ? end + 1 : -1;
    }
    int handle = skip(start + 1, "");
    if (text.applyAsInt(handle) != '!') {
      int end = skip(handle, MARKS);
      return text.applyAsInt(end) == '!' ? -1 : end;
    }
    int end = skip(handle + 1, MARKS);
    return end == handle + 1 ? -1 : end;
  }

  /** The place behind letters, digits, hyphens and the marks; with marks, also escapes. */
  private int skip(int from, String marks) {
    int at = from;
    while (true) {
      int c = text.applyAsInt(at);
      if (isWord(c) || c > 0 && marks.indexOf(c) >= 0) {
        at++;
      } else if (c == '%' && !marks.isEmpty() && isHex(at + 1) && isHex(at + 2)) {
        at += 3;
      } else {
        return at;
      }
    }
  }

  private boolean isHex(int at) {
    return Character.digit(text.applyAsInt(at), 16) >= 0;
  }

  private static boolean isWord(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
  }
}
