package io.falcoj.compiler.syntax.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;

/** What the lexer asks about characters that are not part of the token. */
abstract class LookaheadLexer extends Lexer {
  private static final String[] CONNECTIVES = {"and", "or", "not"};

  LookaheadLexer(CharStream input) {
    super(input);
  }

  /** Operators that are words need a blank behind them. */
  boolean blankFollows() {
    return isBlank(_input.LA(1));
  }

  /** A modifier is followed by a list or by a name that is no connective. */
  boolean listFollows() {
    int next = _input.LA(1);
    if (next == '(') {
      return true;
    }
    if (!isLetter(next)) {
      return false;
    }
    for (String connective : CONNECTIVES) {
      if (wordFollows(connective)) {
        return false;
      }
    }
    return true;
  }

  // As upstream, an underscore ends the word.
  private boolean wordFollows(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (_input.LA(i + 1) != word.charAt(i)) {
        return false;
      }
    }
    int behind = _input.LA(word.length() + 1);
    return !isLetter(behind) && !(behind >= '0' && behind <= '9');
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\b' || c == '\r' || c == '\n';
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
