package io.falcoj.compiler.syntax.grammar;

import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** What to say where the parser stops: the kinds of Falco's parser, from the tokens expected. */
final class SyntaxErrors {
  private static final String TRANSFORMERS =
      "'val', 'tolower', 'toupper', 'b64', 'basename', 'len', 'join', 'concat', 'getopt'";
  private static final String OPERATORS =
      "'exists', '<=', '<', '>=', '>', '==', '=', '!=', 'glob', 'iglob', 'contains', 'icontains',"
          + " 'bcontains', 'startswith', 'bstartswith', 'endswith', 'regex', 'intersects', 'in',"
          + " 'pmatch'";

  /** What messages begin with when a check has ended. */
  private static final String ENDED = "unexpected token after ";

  /** What messages begin with that miss the end of a bracket. */
  private static final String CLOSING = "expected a ')'";

  private SyntaxErrors() {}

  /** The fault that ended the parse. */
  static SyntaxFault of(RecognitionException e) {
    Token token = e.getOffendingToken();
    CharStream input = token.getInputStream();
    int[] text = input.getText(Interval.of(0, input.size() - 1)).codePoints().toArray();
    SyntaxHints hints = new SyntaxHints(text, e);
    String message = message(e, (Parser) e.getRecognizer());
    int opened = message.startsWith(CLOSING) ? opened((Parser) e.getRecognizer()) : -1;
    int start = token.getStartIndex();
    boolean alone =
        token.getType() == ConditionLexer.AND_ALONE || token.getType() == ConditionLexer.OR_ALONE;
    int stop = alone ? token.getStopIndex() + 1 : start;
    return new SyntaxFault(
        start, hints.end(), stop, message, hints.find(message.startsWith(ENDED)), opened);
  }

  /** The last bracket that is open where the parser stopped, or -1. */
  private static int opened(Parser parser) {
    Deque<Integer> open = new ArrayDeque<>();
    TokenStream tokens = parser.getTokenStream();
    for (int i = 0; i < tokens.index(); i++) {
      Token token = tokens.get(i);
      switch (token.getType()) {
        case ConditionLexer.LPAREN,
            ConditionLexer.NOT_LPAREN,
            ConditionLexer.AND_LPAREN,
            ConditionLexer.OR_LPAREN,
            ConditionLexer.TRANSFORMER,
            ConditionLexer.VAL ->
            open.push(token.getStopIndex());
        case ConditionLexer.RPAREN, ConditionLexer.RPAREN_LBRACK -> open.poll();
        default -> {}
      }
    }
    Integer last = open.peek();
    return last == null ? -1 : last;
  }

  private static String message(RecognitionException e, Parser parser) {
    int found = e.getOffendingToken().getType();
    if (found == ConditionLexer.AND_ALONE) {
      return "expected blank or '(' after 'and'";
    }
    if (found == ConditionLexer.OR_ALONE) {
      return "expected blank or '(' after 'or'";
    }
    IntervalSet expected = e.getExpectedTokens();
    Token before = parser.getTokenStream().LT(-1);
    int rule = rule(e.getCtx());
    if (expected.contains(ConditionLexer.EXISTS)) {
      return "expected a valid check operator: one of " + OPERATORS;
    }
    if (expected.contains(ConditionLexer.NOT_LPAREN)) {
      return "expected a '(' token, a field check, or an identifier";
    }
    if (expected.contains(ConditionLexer.VAL)) {
      return rightSide(expected);
    }
    if (expected.contains(ConditionLexer.RBRACK)) {
      return "expected a ']' token";
    }
    // Only a call of val() asks for a field and nothing else.
    if (rule == ConditionParser.RULE_field && expected.contains(ConditionLexer.FIELD)) {
      return "expected a field within 'val' transformer";
    }
    return inBrackets(expected, before, rule);
  }

  private static String rightSide(IntervalSet expected) {
    if (expected.contains(ConditionLexer.NUMBER)) {
      return "expected a number value or a field with a valid transformer: " + TRANSFORMERS;
    }
    if (expected.contains(ConditionLexer.IDENTIFIER)) {
      return "expected a list, an identifier, or a field with a valid transformer: " + TRANSFORMERS;
    }
    return "expected a string value or a field with a valid transformer: " + TRANSFORMERS;
  }

  private static String inBrackets(IntervalSet expected, Token before, int rule) {
    boolean opened = before != null && before.getType() == ConditionLexer.LPAREN;
    if (rule == ConditionParser.RULE_item
        || (rule == ConditionParser.RULE_tuple && (opened || !expected.contains(closing())))) {
      return "expected transformer list argument: field, transformer, quoted string, or number";
    }
    if (rule == ConditionParser.RULE_tuple) {
      return "expected ')'";
    }
    if (expected.contains(ConditionLexer.RPAREN_LBRACK)) {
      return "expected a ')' token closing the transformer";
    }
    if (expected.contains(ConditionLexer.FIELD)) {
      return "expected field transformer argument: field, transformer, quoted string, number, or"
          + " transformer list";
    }
    if (expected.contains(closing())) {
      return "expected a ')' token";
    }
    if (expected.contains(ConditionLexer.IDENTIFIER)) {
      return "expected a list or an identifier";
    }
    if (expected.contains(ConditionLexer.BARE)) {
      return before != null && before.getType() == ConditionLexer.COMMA
          ? "expected a string value"
          : "expected a valid field argument: a quoted string or a bare string";
    }
    return ENDED + "'" + last(before) + "', expecting 'or', 'and'";
  }

  /** What the parser read last: a quoted text without its quotes. */
  private static String last(@Nullable Token token) {
    if (token == null) {
      return "";
    }
    if (token.getType() == ConditionLexer.QUOTED) {
      try {
        return QuotedText.unescape(token.getText(), 0).toString();
      } catch (SyntaxFault e) {
        // The text is reported when the tree is built; here it is only shown.
      }
    }
    return token.getText().strip();
  }

  private static int closing() {
    return ConditionLexer.RPAREN;
  }

  private static int rule(RuleContext context) {
    return context instanceof ParserRuleContext ? context.getRuleIndex() : -1;
  }
}
