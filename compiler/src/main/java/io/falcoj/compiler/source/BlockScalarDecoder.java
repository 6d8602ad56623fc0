package io.falcoj.compiler.source;

/**
 * Literal ({@code |}) and folded ({@code >}) scalars: the indentation goes, and in folded ones
 * single line ends become blanks unless a line is indented further.
 */
final class BlockScalarDecoder {
  /** Deeper ones are not looked for. */
  private static final int MAX_INDENT = 64;

  private static final int MAX_SEARCHED = 1 << 16;

  private final String raw;
  private final boolean folded;
  private final DecodedText out = new DecodedText();
  private int at;

  private BlockScalarDecoder(String raw, boolean folded) {
    this.raw = raw;
    this.folded = folded;
  }

  /**
   * Decodes the raw text from the indicator on.
   *
   * @param value what the parser made of it: says how deep the lines were indented
   */
  static DecodedText decode(String raw, boolean folded, String value) {
    int likely = new BlockScalarDecoder(raw, folded).likelyIndent(value);
    DecodedText decoded = new BlockScalarDecoder(raw, folded).decode(likely);
    // The likely one is wrong when the first line consists of blanks that belong to the text.
    int most = value.length() <= MAX_SEARCHED ? MAX_INDENT : -1;
    for (int indent = 0; indent <= most && !decoded.text().equals(value); indent++) {
      decoded = new BlockScalarDecoder(raw, folded).decode(indent);
    }
    return decoded;
  }

  private DecodedText decode(int indent) {
    String header = raw.substring(0, lineEnd(0));
    boolean keep = header.indexOf('+') >= 0 && header.indexOf('+') < commentStart(header);
    boolean strip = header.indexOf('-') >= 0 && header.indexOf('-') < commentStart(header);
    at = nextLine(lineEnd(0));
    int breaksFrom = at;
    skipEmptyLines(indent);
    appendBreaks(breaksFrom, at);
    while (hasContent(indent)) {
      int textStart = at + indent;
      int textEnd = lineEnd(at);
      boolean loose = isBlank(textStart);
      out.appendRaw(raw, textStart, textEnd);
      at = nextLine(textEnd);
      breaksFrom = at;
      skipEmptyLines(indent);
      boolean more = hasContent(indent);
      boolean ended = nextLine(textEnd) > textEnd;
      if (more && folded && !loose && !isBlank(at + indent)) {
        if (breaksFrom == at) {
          out.append(' ', textEnd);
        }
      } else if (ended && (more || !strip)) {
        out.append('\n', textEnd);
      }
      if (more || keep) {
        appendBreaks(breaksFrom, at);
      }
    }
    return out;
  }

  /** Leading blanks of the first line that has text, less those that belong to the text. */
  private int likelyIndent(String value) {
    at = nextLine(lineEnd(0));
    int kept = 0;
    for (int i = 0; i < value.length() && value.charAt(i) <= ' '; i++) {
      kept = value.charAt(i) == '\n' ? 0 : kept + 1;
    }
    int line = at;
    while (line < raw.length()) {
      int text = line;
      while (text < raw.length() && raw.charAt(text) == ' ') {
        text++;
      }
      if (text < raw.length() && raw.charAt(text) != '\n' && raw.charAt(text) != '\r') {
        int tabs = text;
        while (tabs < raw.length() && raw.charAt(tabs) == '\t') {
          tabs++;
        }
        return Math.max(0, tabs - line - kept);
      }
      line = Math.max(nextLine(lineEnd(line)), line + 1);
    }
    return 0;
  }

  private boolean hasContent(int indent) {
    if (at >= raw.length() || at + indent >= raw.length()) {
      return false;
    }
    for (int i = 0; i < indent; i++) {
      if (raw.charAt(at + i) != ' ') {
        return false;
      }
    }
    return lineEnd(at) > at + indent;
  }

  /** Lines without text: shorter than the indentation, or exactly as long. */
  private void skipEmptyLines(int indent) {
    while (at < raw.length()) {
      int end = lineEnd(at);
      int blanks = at;
      while (blanks < end && raw.charAt(blanks) == ' ') {
        blanks++;
      }
      if (blanks < end || end - at > indent || nextLine(end) == end) {
        return;
      }
      at = nextLine(end);
    }
  }

  private void appendBreaks(int from, int to) {
    for (int line = from; line < to; line = nextLine(lineEnd(line))) {
      out.append('\n', lineEnd(line));
    }
  }

  private boolean isBlank(int index) {
    return index < raw.length() && (raw.charAt(index) == ' ' || raw.charAt(index) == '\t');
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < raw.length() && raw.charAt(end) != '\n' && raw.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int nextLine(int end) {
    return raw.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, raw.length());
  }

  private static int commentStart(String header) {
    int comment = header.indexOf('#');
    return comment < 0 ? header.length() : comment;
  }
}
