package io.falcoj.compiler.syntax.grammar;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Wrong escapes in quoted texts: to Falco's parser they are faults of the syntax like others. */
final class EscapeFaults {
  private EscapeFaults() {}

  /** The fault of the first text that has one, among the tokens before {@code end}, or null. */
  static @Nullable SyntaxFault first(List<? extends Token> tokens, int end) {
    for (int i = 0; i < end; i++) {
      Token token = tokens.get(i);
      if (token.getType() == ConditionLexer.QUOTED) {
        SyntaxFault fault = of(token);
        if (fault != null && beginsList(tokens, i)) {
          fault = inEmptyList(fault, token, tokens.get(i + 1));
        }
        if (fault != null) {
          return fault;
        }
      }
    }
    return null;
  }

  private static @Nullable SyntaxFault of(Token quoted) {
    try {
      QuotedText.unescape(quoted.getText(), quoted.getStartIndex());
      return null;
    } catch (SyntaxFault fault) {
      return fault;
    }
  }

  private static boolean beginsList(List<? extends Token> tokens, int index) {
    if (index < 2 || tokens.get(index - 1).getType() != ConditionLexer.LPAREN) {
      return false;
    }
    int opener = tokens.get(index - 2).getType();
    return opener == ConditionLexer.LIST_OPERATOR || opener == ConditionLexer.MODIFIER;
  }

  /** As upstream: where the first item is no text, the list is taken to be empty. */
  private static @Nullable SyntaxFault inEmptyList(SyntaxFault fault, Token item, Token next) {
    boolean closes =
        next.getType() == ConditionLexer.RPAREN && next.getStartIndex() == item.getStopIndex() + 1;
    return closes
        ? null
        : new SyntaxFault(
            fault.start(), fault.end(), fault.stop(), "expected a ')' token", fault.text());
  }
}
