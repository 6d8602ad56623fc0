package io.falcoj.testkit.suite;

/**
 * A pattern of whole names: {@code *} stands for any characters, {@code ?} for one.
 *
 * @param pattern upper and lower case matter
 */
public record Glob(String pattern) {
  /** Whether the name is one of those. */
  public boolean matches(String name) {
    int at = 0;
    int in = 0;
    int star = -1;
    int retry = 0;
    while (in < name.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        retry = in;
      } else if (at < pattern.length() && isOne(pattern.charAt(at), name.charAt(in))) {
        at++;
        in++;
      } else if (star >= 0) {
        // The star takes one character more.
        at = star + 1;
        in = ++retry;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  private static boolean isOne(char wanted, char c) {
    return wanted == '?' || wanted == c;
  }
}
