package io.falcoj.compiler.resolve;

import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.ConditionPlace;
import io.falcoj.compiler.diag.Diagnostic.Related;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.syntax.ConditionText;
import io.falcoj.compiler.syntax.ListTrace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule whose condition names neither lists nor macros any more; exceptions are part of it.
 *
 * @param text what the rule's own condition was read from
 * @param macros the macros that became part of the condition
 * @param lists all lists, those that became part of the condition among them
 */
public record ResolvedRule(
    RuleDef rule, Expr condition, ConditionText text, List<MacroUse> macros, List<ListDef> lists) {
  public ResolvedRule {
    macros = List.copyOf(macros);
  }

  /** The macro whose text holds the place, or null for the rule's own text. */
  public @Nullable MacroUse macro(SourceSpan place) {
    return MacroUse.holding(macros, place);
  }

  /** The place as Falco counts it: in the text of the macro that holds it, or in the rule's. */
  public ConditionPlace falcoPlace(SourceSpan place) {
    for (MacroUse use : macros) {
      if (!text.holds(place) && use.text().holds(place)) {
        return use.text().place(place, text);
      }
    }
    return text.place(place, text);
  }

  /**
   * How a place inside a macro or a list came into this rule's condition; empty for the rule's own
   * text.
   */
  public List<Related> related(SourceSpan place) {
    List<Related> trace = MacroUse.trace(macros, place, rule);
    if (!trace.isEmpty() || rule.condition().covers(place)) {
      return trace;
    }
    ListTrace list = ListTrace.of(lists, place);
    if (list.related().isEmpty()) {
      return trace;
    }
    List<Related> related = new ArrayList<>(list.related());
    related.addAll(MacroUse.trace(macros, list.names(), rule));
    return related;
  }
}
