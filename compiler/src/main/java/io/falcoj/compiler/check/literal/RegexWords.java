package io.falcoj.compiler.check.literal;

import java.util.Map;

/** What RE2 calls the faults of regular expressions, by RE2/J's names for them. */
public final class RegexWords {
  private static final Map<String, String> RE2 =
      Map.of(
          "missing closing ]", "missing ]",
          "missing closing )", "missing )",
          "trailing backslash at end of expression", "trailing \\",
          "missing argument to repetition operator", "no argument for repetition operator",
          "invalid repeat count", "invalid repetition size",
          "invalid nested repetition operator", "bad repetition operator",
          "invalid or unsupported Perl syntax", "no argument for repetition operator");

  private RegexWords() {}

  /**
   * RE2's words.
   *
   * @param message fault, colon, and what is wrong with it
   */
  public static String falcos(String message) {
    int colon = message.indexOf(": ");
    if (colon < 0) {
      return message;
    }
    String fault = message.substring(0, colon);
    String part = message.substring(colon + 2);
    int remark = part.indexOf(" (");
    return RE2.getOrDefault(fault, fault) + ": " + (remark < 0 ? part : part.substring(0, remark));
  }
}
