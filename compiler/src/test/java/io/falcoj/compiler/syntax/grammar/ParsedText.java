package io.falcoj.compiler.syntax.grammar;

import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceFile;
import java.util.Arrays;

/** Conditions without a rule file around them. */
public final class ParsedText {
  private ParsedText() {}

  /** The tree, or the parser's words about why there is none. */
  public static Expr parse(String text) {
    try {
      return ConditionSyntax.condition(scalar(text), NestingLimit.BARE_PARSER);
    } catch (SyntaxFault fault) {
      throw new IllegalArgumentException(fault.text(), fault);
    }
  }

  /** What the parser says against the text; empty when it takes it. */
  static String fault(String text) {
    try {
      ConditionSyntax.condition(scalar(text), NestingLimit.BARE_PARSER);
      return "";
    } catch (SyntaxFault fault) {
      return fault.text();
    }
  }

  private static ScalarText scalar(String text) {
    int[] offsets = new int[text.length() + 1];
    Arrays.setAll(offsets, i -> i);
    return ScalarText.of(new SourceFile("condition", text), text, offsets);
  }
}
