package io.falcoj.runtime.value;

import java.nio.charset.StandardCharsets;

/** A set in brackets within a shell pattern: members, ranges, classes, negation. */
final class GlobSet {
  private GlobSet() {}

  static byte fold(byte c) {
    return c >= 'A' && c <= 'Z' ? (byte) (c + 32) : c;
  }

  /** Offset behind the closing bracket of the set that opens at {@code p}, or -1 without one. */
  static int end(byte[] pattern, int p) {
    int i = p + 1;
    if (i < pattern.length && (pattern[i] == '!' || pattern[i] == '^')) {
      i++;
    }
    if (i < pattern.length && pattern[i] == ']') {
      i++;
    }
    while (i < pattern.length && pattern[i] != ']') {
      int inner = classEnd(pattern, i);
      if (inner > 0) {
        i = inner;
      } else {
        i += pattern[i] == '\\' && i + 1 < pattern.length ? 2 : 1;
      }
    }
    return i < pattern.length ? i + 1 : -1;
  }

  /** Offset behind {@code [:name:]} at {@code i}, or -1 when there is none. */
  private static int classEnd(byte[] pattern, int i) {
    if (pattern[i] != '[' || i + 1 >= pattern.length || pattern[i + 1] != ':') {
      return -1;
    }
    for (int j = i + 2; j + 1 < pattern.length; j++) {
      if (pattern[j] == ':' && pattern[j + 1] == ']') {
        return j + 2;
      }
      if (pattern[j] < 'a' || pattern[j] > 'z') {
        return -1;
      }
    }
    return -1;
  }

  /** Whether the set from {@code p} to {@code end} (both brackets included) has the byte. */
  static boolean contains(byte[] pattern, int p, int end, byte value, boolean foldCase) {
    int i = p + 1;
    boolean negated = pattern[i] == '!' || pattern[i] == '^';
    if (negated) {
      i++;
    }
    boolean found = false;
    int first = i;
    while (i < end - 1 || i == first) {
      int inner = i < end - 1 ? classEnd(pattern, i) : -1;
      if (inner > 0) {
        found |= inClass(pattern, i + 2, inner - 2, value, foldCase);
        i = inner;
        continue;
      }
      if (pattern[i] == '\\' && i + 1 < end - 1) {
        i++;
      }
      byte low = pattern[i++];
      byte high = low;
      if (i + 1 < end - 1 && pattern[i] == '-') {
        i++;
        if (pattern[i] == '\\' && i + 1 < end - 1) {
          i++;
        }
        high = pattern[i++];
      }
      found |= between(low, high, value);
      if (foldCase) {
        found |= between(fold(low), fold(high), fold(value));
      }
    }
    return found != negated;
  }

  private static boolean between(byte low, byte high, byte value) {
    int v = value & 0xff;
    return v >= (low & 0xff) && v <= (high & 0xff);
  }

  private static boolean inClass(byte[] pattern, int from, int to, byte c, boolean foldCase) {
    boolean upper = c >= 'A' && c <= 'Z';
    boolean lower = c >= 'a' && c <= 'z';
    boolean digit = c >= '0' && c <= '9';
    boolean graph = c > 0x20 && c < 0x7f;
    return switch (new String(pattern, from, to - from, StandardCharsets.US_ASCII)) {
      case "alpha" -> upper || lower;
      case "upper" -> upper || foldCase && lower;
      case "lower" -> lower || foldCase && upper;
      case "digit" -> digit;
      case "alnum" -> upper || lower || digit;
      case "xdigit" -> digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
      case "space" -> c == ' ' || c >= 9 && c <= 13;
      case "blank" -> c == ' ' || c == '\t';
      case "punct" -> graph && !upper && !lower && !digit;
      case "graph" -> graph;
      case "print" -> graph || c == ' ';
      case "cntrl" -> c >= 0 && c < 0x20 || c == 0x7f;
      default -> false;
    };
  }
}
