package io.falcoj.compiler.source;

/** Finds how far characters that follow a place still stand in the same scalar of its file. */
final class ScalarEnd {
  /** What lies further away in the file is not looked at. */
  private static final int FAR = 1 << 14;

  private final SourceFile file;
  private int offset;

  ScalarEnd(SourceFile file, int offset) {
    this.file = file;
    this.offset = offset;
  }

  int offset() {
    return offset;
  }

  /** Goes on to the character unless it stands elsewhere. */
  void take(SourceFile other, int to) {
    if (other == file && to > offset && to - offset < FAR && isOneScalar(offset, to)) {
      offset = to;
    }
  }

  private static boolean isKey(String text, int from, int to) {
    int at = from;
    while (at < to && (Character.isLetter(text.charAt(at)) || "_-".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at > from && at + 1 < to && text.charAt(at) == ':' && text.charAt(at + 1) <= ' ';
  }

  /** No line between the two begins another item of a sequence or another key. */
  private boolean isOneScalar(int from, int to) {
    String text = file.text();
    for (int at = from; at < to; at++) {
      if (text.charAt(at) != '\n') {
        continue;
      }
      int next = at + 1;
      while (next < to && text.charAt(next) == ' ') {
        next++;
      }
      if (text.startsWith("- ", next) || isKey(text, next, to)) {
        return false;
      }
    }
    return true;
  }
}
