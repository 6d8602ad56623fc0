package io.falcoj.compiler.syntax.grammar;

import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.diag.Hints;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** What the author of a condition probably meant where the parser stops. */
final class SyntaxHints {
  private static final Map<String, String> SYMBOLS = Map.of("&&", "and", "||", "or", "!", "not");

  /** Operators of other languages. */
  private static final Map<String, String> FOREIGN =
      Map.of("is", "=", "eq", "=", "equals", "=", "like", "glob", "matches", "regex");

  private static final Set<Integer> LIST_RULES =
      Set.of(
          ConditionParser.RULE_list,
          ConditionParser.RULE_tuple,
          ConditionParser.RULE_transformer,
          ConditionParser.RULE_callEnd);
  private static final List<String> CONNECTIVES = List.of("and", "or");
  private static final List<String> WORDS = List.of("and", "or", "not");
  private static final List<String> OPERATORS =
      Arrays.stream(Operator.values()).map(Operator::text).toList();
  private static final List<String> TRANSFORMERS =
      List.of("val", "tolower", "toupper", "b64", "basename", "len", "join", "concat", "getopt");

  private final int[] text;
  private final int start;
  private final IntervalSet expected;
  private final @Nullable Token before;
  private final boolean inList;

  SyntaxHints(int[] text, RecognitionException e) {
    this.text = text;
    this.start = e.getOffendingToken().getStartIndex();
    this.expected = e.getExpectedTokens();
    this.before = ((Parser) e.getRecognizer()).getTokenStream().LT(-1);
    int rule = e.getCtx() instanceof ParserRuleContext context ? context.getRuleIndex() : -1;
    this.inList = LIST_RULES.contains(rule);
  }

  /** Behind the last character that the parser stumbled over: a word or a symbol is whole. */
  int end() {
    int end = start;
    if (end < text.length && isWord(text[end])) {
      while (end < text.length && isWord(text[end])) {
        end++;
      }
      return end;
    }
    return symbol() == null ? Math.min(start + 1, text.length) : start + symbol().length();
  }

  /**
   * @param ended whether only what joins checks can stand here
   */
  @Nullable String find(boolean ended) {
    if (start >= text.length) {
      return null;
    }
    int c = text[start];
    if (c == '#') {
      return "conditions have no comments: within a text, `#` is part of it";
    }
    if ((c == '"' || c == '\'') && !isClosed(c)) {
      return "the quote is not closed";
    }
    if (expected.contains(ConditionLexer.EXISTS)) {
      if (word().equals("not")) {
        return "`not` stands before the whole check";
      }
      String operator = FOREIGN.get(word().toLowerCase(Locale.ROOT));
      return operator == null ? Hints.didYouMean(word(), OPERATORS) : "write `" + operator + "`";
    }
    if (symbol() != null) {
      return "write `" + SYMBOLS.get(symbol()) + "`";
    }
    if (ended || (!inList && expected.contains(ConditionLexer.RPAREN))) {
      return behindCheck(c);
    }
    return inList && (isWord(c) || c == '"' || c == '\'') ? "commas separate the items" : null;
  }

  /** A check has ended and something else than {@code and} or {@code or} follows. */
  private @Nullable String behindCheck(int c) {
    boolean name = before != null && before.getType() == ConditionLexer.IDENTIFIER;
    String last = name && before != null ? before.getText() : "";
    if (WORDS.contains(last)) {
      return "`" + last + "` is read as a macro's name here: something is missing before it";
    }
    if (c == '(' && name) {
      return Hints.didYouMean(last, TRANSFORMERS);
    }
    if (c == ',' || c == ')') {
      return c == ',' ? "a list of values stands in brackets" : "no bracket is open here";
    }
    if (WORDS.contains(word())) {
      return "the bracket belongs to the word right before it: put a blank between the two";
    }
    if (name && (c == '=' || c == '!' || c == '<' || c == '>' || OPERATORS.contains(word()))) {
      return "`" + last + "` is read as a macro's name: those of fields have a dot";
    }
    String lower = word().toLowerCase(Locale.ROOT);
    return CONNECTIVES.contains(lower)
        ? "write `" + lower + "`"
        : Hints.didYouMean(lower, CONNECTIVES);
  }

  private boolean isClosed(int quote) {
    for (int i = start + 1; i < text.length; i++) {
      if (text[i] == '\\') {
        i++;
      } else if (text[i] == quote) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String symbol() {
    for (String symbol : SYMBOLS.keySet()) {
      boolean found = start + symbol.length() <= text.length;
      for (int i = 0; found && i < symbol.length(); i++) {
        found = text[start + i] == symbol.charAt(i);
      }
      int next = start + symbol.length();
      if (found && (next >= text.length || text[next] != '=')) {
        return symbol;
      }
    }
    return null;
  }

  private String word() {
    int end = start;
    while (end < text.length && isWord(text[end])) {
      end++;
    }
    return new String(text, start, end - start);
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
