package io.falcoj.compiler.syntax.grammar;

import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.Operand;
import io.falcoj.compiler.source.ScalarText;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** One condition: text to tree. */
public final class ConditionSyntax {
  private final ScalarText text;
  private final int limit;

  private ConditionSyntax(ScalarText text, int limit) {
    this.text = text;
    this.limit = limit;
  }

  /** The whole text as a condition. */
  public static Expr condition(ScalarText text, int nestingLimit) throws SyntaxFault {
    if (text.text().isEmpty()) {
      throw new SyntaxFault(0, 0, "filter input string is empty");
    }
    ConditionSyntax syntax = new ConditionSyntax(text, nestingLimit);
    return syntax.parse(ConditionParser::condition, builder -> builder::expression);
  }

  /** The whole text as one side of a check. */
  public static Operand operand(ScalarText text, int nestingLimit) throws SyntaxFault {
    ConditionSyntax syntax = new ConditionSyntax(text, nestingLimit);
    return syntax.parse(ConditionParser::lone, builder -> builder::operand);
  }

  private interface Build<C, T> {
    T from(C context) throws SyntaxFault;
  }

  private <C extends ParserRuleContext, T> T parse(
      Function<ConditionParser, C> rule, Function<AstBuilder, Build<C, T>> build)
      throws SyntaxFault {
    int[] offsets = CodePoints.offsets(text.text());
    try {
      C tree = tree(tokens(), rule);
      return build.apply(new AstBuilder(text, offsets)).from(tree);
    } catch (SyntaxFault fault) {
      throw CodePoints.mapped(fault, offsets);
    }
  }

  private List<Token> tokens() {
    ConditionLexer lexer = new ConditionLexer(CharStreams.fromString(text.text()));
    lexer.removeErrorListeners();
    CommonTokenStream stream = new CommonTokenStream(lexer);
    stream.fill();
    return stream.getTokens();
  }

  /** The first fault counts, of whichever kind; nothing is parsed that is nested too deep. */
  private <C> C tree(List<Token> tokens, Function<ConditionParser, C> rule) throws SyntaxFault {
    NestingLimit.TooDeep deep = NestingLimit.find(tokens, limit);
    int end = deep == null ? tokens.size() : deep.index();
    RecognitionException fault = null;
    C tree = null;
    try {
      tree = rule.apply(parser(tokens.subList(0, end)));
    } catch (ParseCancellationException e) {
      if (!(e.getCause() instanceof RecognitionException cause)) {
        throw e;
      }
      fault = cause;
      end = Math.min(end, cause.getOffendingToken().getTokenIndex());
    }
    SyntaxFault escape = EscapeFaults.first(tokens, end);
    if (escape != null) {
      throw escape;
    }
    if (deep != null && end == deep.index()) {
      Token token = tokens.get(end);
      String message = "exceeded max depth limit of " + limit;
      throw new SyntaxFault(
          token.getStartIndex(), token.getStopIndex() + 1, deep.stop(), message, null);
    }
    if (tree == null) {
      throw SyntaxErrors.of(Objects.requireNonNull(fault, "no tree without a fault"));
    }
    return tree;
  }

  private static ConditionParser parser(List<Token> tokens) {
    ConditionParser parser =
        new ConditionParser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    return parser;
  }

  /** The lexer counts code points, texts count characters. */
  static final class CodePoints {
    private CodePoints() {}

    /** For each code point its first character; empty when both are the same. */
    static int[] offsets(String text) {
      int count = text.codePointCount(0, text.length());
      if (count == text.length()) {
        return new int[0];
      }
      int[] offsets = new int[count + 1];
      for (int i = 0, at = 0; i <= count; i++) {
        offsets[i] = at;
        at += i < count ? Character.charCount(text.codePointAt(at)) : 0;
      }
      return offsets;
    }

    static int map(int codePoints, int[] offsets) {
      return offsets.length == 0 ? codePoints : offsets[Math.min(codePoints, offsets.length - 1)];
    }

    static SyntaxFault mapped(SyntaxFault fault, int[] offsets) {
      return new SyntaxFault(
          map(fault.start(), offsets),
          map(fault.end(), offsets),
          map(fault.stop(), offsets),
          fault.text(),
          fault.hint(),
          fault.opened() < 0 ? -1 : map(fault.opened(), offsets));
    }
  }
}
