package io.falcoj.testkit.shrink;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of values that are replaced: paths, command lines and file names fall into words. */
final class Words {
  /** Bytes above ASCII count as letters; texts are in ISO 8859-1. */
  static final Pattern WORD = Pattern.compile("[A-Za-z0-9_~%+\\-\\x80-\\xff]+");

  private static final Pattern SAYS_SOMETHING = Pattern.compile(".*[A-Za-z0-9\\x80-\\xff].*");

  private Words() {}

  /** Words that have a letter or a digit. */
  static Stream<String> of(String text) {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(word -> SAYS_SOMETHING.matcher(word).matches());
  }
}
