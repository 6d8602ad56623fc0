package io.falcoj.compiler.resolve;

import io.falcoj.compiler.decl.MacroDef;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.Diagnostic.Related;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.syntax.ConditionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A macro that a condition names, directly or through other macros.
 *
 * @param lists names of the lists whose items became part of it
 * @param place where it is named
 * @param text what the macro's condition was read from
 */
public record MacroUse(MacroDef macro, Set<String> lists, SourceSpan place, ConditionText text) {
  public MacroUse {
    lists = Set.copyOf(lists);
  }

  /** From the macro that holds the place over those that name it to the rule. */
  static List<Related> trace(List<MacroUse> uses, SourceSpan place, RuleDef rule) {
    List<Related> trace = new ArrayList<>();
    SourceSpan at = place;
    for (MacroUse use = holding(uses, at); use != null && trace.size() < uses.size(); ) {
      trace.add(new Related("used by macro `" + use.macro().name() + "`", use.place()));
      at = use.place();
      use = holding(uses, at);
    }
    if (!trace.isEmpty()) {
      trace.add(new Related("from rule \"" + rule.name() + "\"", rule.span()));
    }
    return trace;
  }

  /** A macro that names one of the lists, over those that name it to the rule. */
  static List<Related> trace(List<MacroUse> uses, Set<String> lists, RuleDef rule) {
    List<Related> trace = new ArrayList<>();
    for (MacroUse use : uses) {
      if (use.lists.stream().anyMatch(lists::contains)) {
        trace.add(new Related("used by macro `" + use.macro.name() + "`", use.place));
        trace.addAll(trace(uses, use.place, rule));
        break;
      }
    }
    if (trace.size() < 2) {
      trace.add(new Related("from rule \"" + rule.name() + "\"", rule.span()));
    }
    return trace;
  }

  static @Nullable MacroUse holding(List<MacroUse> uses, SourceSpan place) {
    for (MacroUse use : uses) {
      if (use.macro().condition().covers(place)) {
        return use;
      }
    }
    return null;
  }
}
