package io.falcoj.compiler.diag.render;

import io.falcoj.compiler.source.LineMap;
import io.falcoj.compiler.source.SourceSpan;

/**
 * The line of a place, and a line that marks the place when both are shown in letters of one width.
 *
 * @param line what terminals obey instead of showing it is replaced; a long line is cut
 */
record Excerpt(String line, String mark) {
  private static final int MAX_LINE = 160;
  private static final int BEFORE = 40;
  private static final String CUT = "...";

  /** A blank that is as wide as two letters. */
  private static final char WIDE_BLANK = '\u3000';

  private static final char CONTROL_PICTURES = '\u2400';
  private static final char DELETE_PICTURE = '\u2421';
  private static final char REPLACEMENT = '\ufffd';

  static Excerpt of(SourceSpan span) {
    LineMap lines = span.file().lines();
    int number = lines.line(span.start());
    String line = lines.lineText(number);
    int start = Math.min(Math.max(0, span.start() - lines.lineStart(number)), line.length());
    int end = Math.min(Math.max(start, span.end() - lines.lineStart(number)), line.length());
    int from = line.length() <= MAX_LINE ? 0 : whole(line, Math.max(0, start - BEFORE));
    int to = whole(line, Math.min(line.length(), from + MAX_LINE));
    StringBuilder shown = new StringBuilder();
    StringBuilder mark = new StringBuilder();
    if (from > 0) {
      shown.append(CUT);
      mark.append(" ".repeat(CUT.length()));
    }
    line.substring(from, to).codePoints().forEach(c -> shown.append(shown(c)));
    line.substring(from, start).codePoints().forEach(c -> mark.append(blank(c)));
    if (to < line.length()) {
      shown.append(CUT);
    }
    int width = line.substring(start, Math.min(end, to)).codePoints().map(DisplayWidth::of).sum();
    mark.append("^".repeat(Math.max(1, width)));
    return new Excerpt(shown.toString(), mark.toString());
  }

  /** The place, or the one before it when a pair of surrogates is there. */
  private static int whole(String line, int at) {
    boolean inside =
        at > 0
            && at < line.length()
            && Character.isSurrogatePair(line.charAt(at - 1), line.charAt(at));
    return inside ? at - 1 : at;
  }

  private static String shown(int c) {
    if (c == '\t') {
      return "\t";
    }
    if (c < ' ') {
      return String.valueOf((char) (CONTROL_PICTURES + c));
    }
    return c == 0x7f
        ? String.valueOf(DELETE_PICTURE)
        : isObeyed(c) ? String.valueOf(REPLACEMENT) : Character.toString(c);
  }

  /** Controls, line ends of other scripts, and what turns the direction of a text. */
  private static boolean isObeyed(int c) {
    return Character.getType(c) == Character.CONTROL
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }

  /** White space as wide as the character: a tab stays one. */
  private static String blank(int c) {
    if (c == '\t') {
      return "\t";
    }
    return switch (isObeyed(c) ? 1 : DisplayWidth.of(c)) {
      case 0 -> "";
      case 1 -> " ";
      default -> String.valueOf(WIDE_BLANK);
    };
  }
}
