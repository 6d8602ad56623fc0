package io.falcoj.compiler.syntax.grammar;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Holds the nesting limit before anything recurses. Upstream's parser counts how deep its own
 * functions call each other; the numbers here are theirs, so that the same texts are refused.
 */
public final class NestingLimit {
  /** As Falco's rule loader sets it. */
  public static final int RULE_FILES = 1000;

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

  /** A call behind an operator is as deep as a value there; one before it is part of the check. */
  private static final int RIGHT_SIDE = VALUE - CHECK;

  private final List<? extends Token> tokens;
  private final int limit;
  private final Deque<Integer> open = new ArrayDeque<>();
  private int base;

  /**
   * The first token that is nested too deep.
   *
   * @param index of the token
   * @param stop where Falco's parser stops
   */
  record TooDeep(int index, int stop) {}

  private NestingLimit(List<? extends Token> tokens, int limit) {
    this.tokens = tokens;
    this.limit = limit;
  }

  /** The first token that is nested too deep, or null. */
  static @Nullable TooDeep find(List<? extends Token> tokens, int limit) {
    return new NestingLimit(tokens, limit).find();
  }

  private @Nullable TooDeep find() {
    int before = Token.EOF;
    for (int i = 0; i < tokens.size(); i++) {
      int type = tokens.get(i).getType();
      int outer = base;
      if (depth(type, before) >= limit) {
        return new TooDeep(i, stop(i, outer));
      }
      before = type;
    }
    return null;
  }

  private int depth(int type, int before) {
    return switch (type) {
      case ConditionLexer.LPAREN -> enter(isGroup(before) ? CHECK + 1 : 0);
      case ConditionLexer.NOT_LPAREN -> enter(NEGATION + 1);
      case ConditionLexer.AND_LPAREN -> enter(AND + 1);
      case ConditionLexer.OR_LPAREN -> enter(OR + 1);
      case ConditionLexer.TRANSFORMER ->
          enter(isOperator(before) ? RIGHT_SIDE + ARGUMENT + 1 : ARGUMENT + 1);
      case ConditionLexer.VAL -> enter(RIGHT_SIDE);
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

  /** False for the bracket of a list. */
  private static boolean isGroup(int before) {
    return !isOperator(before)
        && before != ConditionLexer.MODIFIER
        && before != ConditionLexer.TRANSFORMER
        && before != ConditionLexer.COMMA;
  }

  private static boolean isOperator(int type) {
    return type == ConditionLexer.NUMBER_OPERATOR
        || type == ConditionLexer.STRING_OPERATOR
        || type == ConditionLexer.LIST_OPERATOR;
  }

  /** Names and brackets are read before what is too deep is noticed. */
  private int stop(int index, int outer) {
    Token token = tokens.get(index);
    return switch (token.getType()) {
      case ConditionLexer.IDENTIFIER -> token.getStartIndex();
      case ConditionLexer.FIELD, ConditionLexer.FIELD_LBRACK ->
          outer + CHECK >= limit ? token.getStartIndex() : nameEnd(token);
      case ConditionLexer.NUMBER_OPERATOR,
          ConditionLexer.STRING_OPERATOR,
          ConditionLexer.LIST_OPERATOR ->
          outer + VALUE - 1 >= limit || index + 1 == tokens.size()
              ? token.getStopIndex() + 1
              : tokens.get(index + 1).getStartIndex();
      default -> token.getStopIndex() + 1;
    };
  }

  private static int nameEnd(Token field) {
    return field.getStopIndex() + (field.getType() == ConditionLexer.FIELD ? 1 : 0);
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
