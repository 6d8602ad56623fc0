package io.falcoj.compiler.resolve;

import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.Diagnostic.Related;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;

/**
 * A rule whose condition names neither lists nor macros any more; exceptions are part of it.
 *
 * @param macros the macros that became part of the condition
 */
public record ResolvedRule(RuleDef rule, Expr condition, List<MacroUse> macros) {
  public ResolvedRule {
    macros = List.copyOf(macros);
  }

  public ResolvedRule(RuleDef rule, Expr condition) {
    this(rule, condition, List.of());
  }

  /** How a place inside a macro came into this rule's condition; empty for the rule's own text. */
  public List<Related> related(SourceSpan place) {
    return MacroUse.trace(macros, place, rule);
  }
}
