package io.falcoj.compiler.resolve;

import io.falcoj.compiler.decl.MacroDef;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.Diagnostic.Related;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;

/**
 * A macro that a condition names, directly or through other macros.
 *
 * @param place where it is named
 */
public record MacroUse(MacroDef macro, SourceSpan place) {
  static List<Related> trace(List<MacroUse> uses, SourceSpan place, RuleDef rule) {
    for (MacroUse use : uses) {
      if (use.macro().condition().covers(place)) {
        return List.of(
            new Related(
                "used by macro `" + use.macro().name() + "`, from rule \"" + rule.name() + "\"",
                use.place()));
      }
    }
    return List.of();
  }
}
