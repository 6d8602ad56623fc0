package io.falcoj.compiler.syntax;

import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.decl.RuleDef;
import java.util.List;
import java.util.Set;

/**
 * A rule as read.
 *
 * @param condition without its exceptions; may name macros
 * @param exceptions for each exception that has values, what it says
 * @param lists names of the lists whose items became part of it
 */
public record ParsedRule(
    RuleDef rule, Expr condition, List<ParsedException> exceptions, Set<String> lists) {
  public ParsedRule {
    exceptions = List.copyOf(exceptions);
    lists = Set.copyOf(lists);
  }

  /** An exception and the condition under which the rule stays silent. */
  public record ParsedException(ExceptionDef exception, Expr condition) {}
}
