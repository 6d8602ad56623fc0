package io.falcoj.compiler.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks over what stands between the scalars of a file: blanks, line ends, comments, indicators.
 */
final class Gaps {
  /**
   * A line that holds only a comment, or nothing.
   *
   * @param column of the comment; -1 for an empty line
   */
  record Line(int column, String text) {}

  /** It is left out by the reader, since blanks would have to part it from what follows. */
  static final String LONE_TAG = "a tag right before its value";

  private final String text;
  private final List<String> comments = new ArrayList<>();
  private final List<Line> kept = new ArrayList<>();
  private int at;
  private boolean broken;

  Gaps(String text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  void moveTo(int offset) {
    at = offset;
  }

  /** The character at the place, or NUL at the end. */
  char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  /** Steps over an indicator. */
  void expect(char indicator) throws LeftAsIs {
    skipBlanks();
    if (peek() == '!') {
      throw new LeftAsIs(at, LONE_TAG);
    }
    if (peek() != indicator) {
      throw new LeftAsIs(at, "no `" + indicator + "` where one belongs");
    }
    at++;
  }

  int column() {
    return at - lineStart();
  }

  private int lineStart() {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  /** The comment that ends this line, or null. */
  @Nullable String comment() {
    skipBlanks();
    if (peek() != '#') {
      return null;
    }
    int end = lineEnd();
    String comment = text.substring(at, end).stripTrailing();
    at = end;
    comments.add(comment);
    return comment;
  }

  /** Comments and empty lines up to the next character of something else. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>(kept);
    kept.clear();
    int ends = at == 0 ? 1 : 0;
    broken = !lines.isEmpty() || at == 0;
    while (true) {
      skipBlanks();
      if (peek() == '\n') {
        ends++;
        broken = true;
        at++;
        continue;
      }
      if (ends > 1) {
        lines.add(new Line(-1, ""));
      }
      if (peek() != '#') {
        return lines;
      }
      int column = column();
      lines.add(new Line(column, String.valueOf(comment())));
      ends = 0;
    }
  }

  /** Lets the next {@link #lines} begin with these. */
  void keep(List<Line> lines) {
    kept.addAll(lines);
  }

  /** Whether the last {@link #lines} went over a line end. */
  boolean broken() {
    return broken;
  }

  /** The rest of the line as it is. */
  String rest() {
    int end = lineEnd();
    String rest = text.substring(at, end).stripTrailing();
    at = end;
    return rest;
  }

  private int lineEnd() {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  /** Notes a comment that is part of a scalar. */
  void note(String comment) {
    comments.add(comment);
  }

  /** All comments met, in their order. */
  List<String> comments() {
    return comments;
  }
}
