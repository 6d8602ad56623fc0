package io.falcoj.compiler.syntax;

import io.falcoj.compiler.ast.AndExpr;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.NotExpr;
import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.decl.RuleDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A rule as read.
 *
 * @param condition with its exceptions: {@code condition and not exception and not exception ...};
 *     may name macros
 * @param exceptions for each exception that has values, what it says
 * @param text what the condition was read from
 * @param lists names of the lists whose items became part of it
 */
public record ParsedRule(
    RuleDef rule,
    Expr condition,
    List<ParsedException> exceptions,
    ConditionText text,
    Set<String> lists) {
  public ParsedRule {
    exceptions = List.copyOf(exceptions);
    lists = Set.copyOf(lists);
  }

  /** An exception and the condition under which the rule stays silent. */
  public record ParsedException(ExceptionDef exception, Expr condition) {}

  static ParsedRule of(RuleDef rule, Expr condition, ConditionText text, Set<String> lists) {
    return new ParsedRule(rule, condition, exceptions(rule, condition), text, lists);
  }

  /** None when values hold brackets that make something else of the whole. */
  private static List<ParsedException> exceptions(RuleDef rule, Expr condition) {
    List<ExceptionDef> added =
        rule.exceptions().stream().filter(e -> !e.values().isEmpty()).toList();
    List<ParsedException> exceptions = new ArrayList<>();
    if (added.isEmpty()
        || !(condition instanceof AndExpr and)
        || and.operands().size() != added.size() + 1) {
      return exceptions;
    }
    for (int i = 0; i < added.size(); i++) {
      if (!(and.operands().get(i + 1) instanceof NotExpr not)) {
        return List.of();
      }
      exceptions.add(new ParsedException(added.get(i), not.operand()));
    }
    return exceptions;
  }
}
