package io.falcoj.compiler.syntax;

import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.decl.RuleDef;
import java.util.List;

/**
 * A rule as read.
 *
 * @param condition without its exceptions; may name macros
 * @param exceptions for each exception that has values, what it says
 */
public record ParsedRule(RuleDef rule, Expr condition, List<ParsedException> exceptions) {
  public ParsedRule {
    exceptions = List.copyOf(exceptions);
  }

  /** An exception and the condition under which the rule stays silent. */
  public record ParsedException(ExceptionDef exception, Expr condition) {}
}
