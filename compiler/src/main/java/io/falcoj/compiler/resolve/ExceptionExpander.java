package io.falcoj.compiler.resolve;

import io.falcoj.compiler.ast.AndExpr;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.NotExpr;
import io.falcoj.compiler.syntax.ParsedRule;
import io.falcoj.compiler.syntax.ParsedRule.ParsedException;
import java.util.ArrayList;
import java.util.List;

/** Adds a rule's exceptions to its condition: the condition holds, and none of them does. */
final class ExceptionExpander {
  private ExceptionExpander() {}

  static Expr expand(ParsedRule rule) {
    if (rule.exceptions().isEmpty()) {
      return rule.condition();
    }
    List<Expr> operands = new ArrayList<>();
    operands.add(rule.condition());
    for (ParsedException exception : rule.exceptions()) {
      Expr condition = exception.condition();
      operands.add(new NotExpr(condition, condition.span()));
    }
    return new AndExpr(operands, rule.condition().span());
  }
}
