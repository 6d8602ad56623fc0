package io.falcoj.compiler.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Holds the nesting limit before anything recurses. Upstream's parser counts how deep its own
 * functions call each other; the numbers here are theirs, so that the same texts are refused.
 */
final class NestingLimit {
  /** As Falco's rule loader sets it. */
  static final int RULE_FILES = 1000;

  /** As upstream's parser has it unless told otherwise. */
  static final int BARE_PARSER = 100;

  // Calls below a bracket: or, and, not, check, and then the bracket's content again.
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NEGATION = 3;
  private static final int CHECK = 4;
  private static final int COMPARISON = 5;
  private static final int VALUE = 7;
  private static final int ARGUMENT = 1;

  private final int limit;
  private final Deque<Integer> open = new ArrayDeque<>();
  private int base;

  private NestingLimit(int limit) {
    this.limit = limit;
  }

  /** Throws at the first token that is nested too deep. */
  static void check(List<? extends Token> tokens, int limit) throws SyntaxFault {
    NestingLimit nesting = new NestingLimit(limit);
    for (Token token : tokens) {
      int depth = nesting.depth(token.getType());
      if (depth >= limit) {
        throw new SyntaxFault(
            token.getStartIndex(),
            token.getStopIndex() + 1,
            "exceeded max depth limit of " + limit);
      }
    }
  }

  private int depth(int type) {
    return switch (type) {
      case ConditionLexer.LPAREN -> enter(CHECK + 1);
      case ConditionLexer.NOT_LPAREN -> enter(NEGATION + 1);
      case ConditionLexer.AND_LPAREN -> enter(AND + 1);
      case ConditionLexer.OR_LPAREN -> enter(OR + 1);
      case ConditionLexer.TRANSFORMER, ConditionLexer.VAL -> enter(ARGUMENT + 1);
      case ConditionLexer.RPAREN, ConditionLexer.RPAREN_LBRACK -> leave();
      case ConditionLexer.IDENTIFIER -> base + CHECK;
      case ConditionLexer.EXISTS, ConditionLexer.FIELD, ConditionLexer.FIELD_LBRACK ->
          base + COMPARISON;
      case ConditionLexer.NUMBER_OPERATOR,
          ConditionLexer.STRING_OPERATOR,
          ConditionLexer.LIST_OPERATOR ->
          base + VALUE;
      default -> base;
    };
  }

  private int enter(int calls) {
    open.push(base);
    base = Math.min(limit, base + calls);
    return base;
  }

  private int leave() {
    Integer outer = open.poll();
    base = outer == null ? 0 : outer;
    return base;
  }
}
