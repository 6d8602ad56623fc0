package io.falcoj.testkit.mutation.source;

import io.falcoj.compiler.ast.AndExpr;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.NotExpr;
import io.falcoj.compiler.ast.OrExpr;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.syntax.grammar.ConditionSyntax;
import io.falcoj.compiler.syntax.grammar.NestingLimit;
import io.falcoj.compiler.syntax.grammar.SyntaxFault;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A condition with the names of lists in it, as text and as tree. Spans of the tree are characters
 * of the text.
 */
public record Written(WrittenText source, Expr tree) {
  /** Empty when only the items of its lists make it a condition. */
  public static Optional<Written> of(ScalarText condition) {
    String text = condition.text();
    int[] places = IntStream.rangeClosed(0, text.length()).toArray();
    ScalarText alone = ScalarText.of(new SourceFile("condition", text), text, places);
    try {
      Expr tree = ConditionSyntax.condition(alone, NestingLimit.RULE_FILES);
      return Optional.of(new Written(new WrittenText(condition), tree));
    } catch (SyntaxFault fault) {
      return Optional.empty();
    }
  }

  public String text() {
    return source.text().text();
  }

  /** The characters of a part, brackets around it included; those of the whole without. */
  public TextEdit extent(Expr part) {
    SourceSpan span = part.span();
    int start = span.start();
    int end = span.end();
    while (true) {
      int before = start - 1;
      while (before >= 0 && Character.isWhitespace(text().charAt(before))) {
        before--;
      }
      int behind = end;
      while (behind < text().length() && Character.isWhitespace(text().charAt(behind))) {
        behind++;
      }
      boolean bracketed =
          before >= 0
              && behind < text().length()
              && text().charAt(before) == '('
              && text().charAt(behind) == ')';
      if (!bracketed) {
        return new TextEdit(start, end, "");
      }
      start = before;
      end = behind + 1;
    }
  }

  /** The parts of a part. */
  public static List<Expr> operands(Expr part) {
    if (part instanceof AndExpr and) {
      return and.operands();
    }
    if (part instanceof OrExpr or) {
      return or.operands();
    }
    return part instanceof NotExpr not ? List.of(not.operand()) : List.of();
  }
}
