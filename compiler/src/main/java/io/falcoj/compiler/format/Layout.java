package io.falcoj.compiler.format;

import java.util.List;

/** The text under construction, and the few numbers that lay it out. */
final class Layout {
  /** What reviewers of rule files see without scrolling; texts that cannot be broken go on. */
  static final int WIDTH = 120;

  static final int STEP = 2;

  private final StringBuilder out = new StringBuilder();
  private int lineStart;

  Layout add(String text) {
    int end = text.lastIndexOf('\n');
    if (end >= 0) {
      lineStart = out.length() + end + 1;
    }
    out.append(text);
    return this;
  }

  /** Ends the line unless one has just ended. */
  void endLine() {
    if (column() > 0) {
      add("\n");
    }
  }

  /** Begins a line. */
  Layout indent(int column) {
    endLine();
    return add(" ".repeat(column));
  }

  void emptyLine() {
    endLine();
    add("\n");
  }

  /** Comments, one a line; an empty text is an empty line, of which one in a row stays. */
  void lines(List<String> lines, int column) {
    for (String line : lines) {
      if (!line.isEmpty()) {
        indent(column).add(line);
      } else if (!endsWithEmptyLine()) {
        emptyLine();
      }
    }
    if (!lines.isEmpty()) {
      endLine();
    }
  }

  /** Whether the text is empty or its last line is. */
  private boolean endsWithEmptyLine() {
    int length = out.length();
    return length == 0
        || (out.charAt(length - 1) == '\n' && (length == 1 || out.charAt(length - 2) == '\n'));
  }

  /** Where the next character goes. */
  int column() {
    return out.length() - lineStart;
  }

  String text() {
    return out.toString();
  }
}
