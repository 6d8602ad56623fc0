package io.falcoj.compiler.source;

import java.util.Map;

/**
 * Plain and quoted scalars: lines are stripped and folded into one, an empty line stays a line
 * break.
 */
final class FlowScalarDecoder {
  private static final Map<Character, String> ESCAPES =
      Map.ofEntries(
          Map.entry('0', "\0"),
          Map.entry('a', "\u0007"),
          Map.entry('b', "\b"),
          Map.entry('t', "\t"),
          Map.entry('\t', "\t"),
          Map.entry('n', "\n"),
          Map.entry('v', "\u000b"),
          Map.entry('f', "\f"),
          Map.entry('r', "\r"),
          Map.entry('e', "\u001b"),
          Map.entry(' ', " "),
          Map.entry('"', "\""),
          Map.entry('/', "/"),
          Map.entry('\\', "\\"),
          Map.entry('N', "\u0085"),
          Map.entry('_', "\u00a0"),
          Map.entry('L', "\u2028"),
          Map.entry('P', "\u2029"));

  private final String raw;
  private final int end;
  private final DecodedText out = new DecodedText();
  private int at;

  private FlowScalarDecoder(String raw, int start, int end) {
    this.raw = raw;
    this.at = start;
    this.end = end;
  }

  static DecodedText plain(String raw) {
    FlowScalarDecoder decoder = new FlowScalarDecoder(raw, 0, raw.stripTrailing().length());
    while (decoder.at < decoder.end) {
      decoder.takeOrFold();
    }
    return decoder.out;
  }

  static DecodedText singleQuoted(String raw) {
    FlowScalarDecoder decoder = new FlowScalarDecoder(raw, 1, raw.length() - 1);
    while (decoder.at < decoder.end) {
      if (raw.charAt(decoder.at) == '\'') {
        decoder.out.append('\'', decoder.at);
        decoder.at += 2;
      } else {
        decoder.takeOrFold();
      }
    }
    return decoder.out;
  }

  static DecodedText doubleQuoted(String raw) {
    FlowScalarDecoder decoder = new FlowScalarDecoder(raw, 1, raw.length() - 1);
    while (decoder.at < decoder.end) {
      if (raw.charAt(decoder.at) == '\\' && decoder.at + 1 < decoder.end) {
        decoder.escape();
      } else {
        decoder.takeOrFold();
      }
    }
    return decoder.out;
  }

  /** One character, or the white space up to the next line's first character. */
  private void takeOrFold() {
    char c = raw.charAt(at);
    if (!isBlank(c) && !isBreak(c)) {
      out.append(c, at++);
      return;
    }
    int blanks = at;
    while (at < end && isBlank(raw.charAt(at))) {
      at++;
    }
    if (at >= end || !isBreak(raw.charAt(at))) {
      out.appendRaw(raw, blanks, at);
      return;
    }
    int first = at;
    int breaks = skipBreaks();
    if (breaks == 1) {
      out.append(' ', first);
    } else {
      out.append("\n".repeat(breaks - 1), first);
    }
  }

  /** Skips line breaks and the blanks around them; the number of breaks. */
  private int skipBreaks() {
    int breaks = 0;
    while (at < end && (isBreak(raw.charAt(at)) || isBlank(raw.charAt(at)))) {
      if (isBreak(raw.charAt(at))) {
        breaks++;
        at += raw.startsWith("\r\n", at) ? 2 : 1;
      } else {
        at++;
      }
    }
    return breaks;
  }

  private void escape() {
    int start = at;
    char c = raw.charAt(at + 1);
    at += 2;
    int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (isBreak(c)) {
      // An escaped line end: the break vanishes, empty lines behind it stay.
      at--;
      out.append("\n".repeat(Math.max(0, skipBreaks() - 1)), start);
    } else if (digits > 0 && at + digits <= end) {
      int codePoint = Integer.parseUnsignedInt(raw.substring(at, at + digits), 16);
      at += digits;
      out.append(
          Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "\ufffd", start);
    } else {
      out.append(ESCAPES.getOrDefault(c, String.valueOf(c)), start);
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
