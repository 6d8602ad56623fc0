package io.falcoj.testkit.report.view;

/**
 * Texts from rules and events can hold anything; files of text cannot. What has no place in them is
 * shown by a sign instead.
 */
public final class SafeText {
  private static final char UNKNOWN = '\ufffd';

  /** Where Unicode has pictures of the control characters. */
  private static final char PICTURES = '\u2400';

  private static final char DELETE = '\u007f';
  private static final char PICTURE_OF_DELETE = '\u2421';

  private SafeText() {}

  /** With characters only that XML 1.0 allows, and that a terminal prints and nothing else. */
  public static String of(String text) {
    int first = 0;
    while (first < text.length() && isPlain(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        safe.append(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        safe.append(c).append(text.charAt(++i));
      } else {
        safe.append(sign(c));
      }
    }
    return safe.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= ' ' && c < DELETE)
        || c == '\n'
        || c == '\t'
        || (c > '\u009f' && c < '\ufffe' && !Character.isSurrogate(c));
  }

  private static char sign(char c) {
    if (c < ' ') {
      return (char) (PICTURES + c);
    }
    return c == DELETE ? PICTURE_OF_DELETE : UNKNOWN;
  }
}
