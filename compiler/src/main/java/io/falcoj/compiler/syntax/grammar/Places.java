package io.falcoj.compiler.syntax.grammar;

import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.syntax.grammar.ConditionSyntax.CodePoints;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** From tokens to places in the user's files. */
record Places(ScalarText text, int[] offsets) {
  SourceSpan of(ParserRuleContext context) {
    return span(context.getStart(), context.getStop());
  }

  SourceSpan of(Token token) {
    return span(token, token);
  }

  private SourceSpan span(Token first, Token last) {
    return text.span(
        CodePoints.map(first.getStartIndex(), offsets),
        CodePoints.map(last.getStopIndex() + 1, offsets));
  }
}
