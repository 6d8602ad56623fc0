package io.falcoj.runtime.value;

/**
 * A shell pattern as {@code fnmatch(3)} reads it without flags: {@code *} and {@code ?} match any
 * bytes, slashes and leading dots included; sets in brackets; a backslash takes the next byte as it
 * is. Works on bytes.
 */
public final class Glob {
  private final byte[] pattern;
  private final boolean foldCase;

  public Glob(byte[] pattern, boolean foldCase) {
    this.pattern = pattern.clone();
    this.foldCase = foldCase;
  }

  public boolean matches(ByteSlice text) {
    return matches(text.array(), text.offset(), text.offset() + text.length());
  }

  /** Matches the bytes from {@code from} to {@code to}. */
  boolean matches(byte[] text, int from, int to) {
    int p = 0;
    int t = from;
    int starPattern = -1;
    int starText = -1;
    while (true) {
      if (p < pattern.length && pattern[p] == '*') {
        starPattern = ++p;
        starText = t;
        continue;
      }
      if (t == to) {
        if (p == pattern.length) {
          return true;
        }
        return false;
      }
      int next = p < pattern.length ? step(p, text[t]) : -1;
      if (next >= 0) {
        p = next;
        t++;
      } else if (starPattern >= 0) {
        // A star gives way by one byte; only the last star need be tried again.
        p = starPattern;
        t = ++starText;
      } else {
        return false;
      }
    }
  }

  /** Where the pattern goes on after taking the byte, or -1 when it does not take it. */
  private int step(int p, byte value) {
    byte c = pattern[p];
    switch (c) {
      case '?':
        return p + 1;
      case '[':
        int end = GlobSet.end(pattern, p);
        if (end < 0) {
          return value == '[' ? p + 1 : -1;
        }
        return GlobSet.contains(pattern, p, end, value, foldCase) ? end : -1;
      case '\\':
        if (p + 1 == pattern.length) {
          return -1;
        }
        return same(pattern[p + 1], value) ? p + 2 : -1;
      default:
        return same(c, value) ? p + 1 : -1;
    }
  }

  private boolean same(byte a, byte b) {
    return a == b || foldCase && GlobSet.fold(a) == GlobSet.fold(b);
  }

  @Override
  public String toString() {
    return ByteSlice.of(pattern).toString();
  }
}
