package io.falcoj.compiler.lint;

import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.resolve.MacroUse;
import io.falcoj.compiler.resolve.ResolvedRule;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.syntax.ParsedRules;
import io.falcoj.compiler.syntax.ParsedRules.ParsedMacro;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Macros and lists that only unused macros and lists name: no rule depends on them. */
final class UnusedDefinition implements Validator {
  @Override
  public void check(RuleBase rules, Diagnostics diagnostics) {
    ParsedRules parsed = rules.parsed();
    Set<String> macros = new HashSet<>();
    for (ResolvedRule rule : rules.resolved().rules()) {
      for (MacroUse use : rule.macros()) {
        macros.add(use.macro().name());
      }
    }
    for (ParsedMacro macro : parsed.macros()) {
      String name = macro.macro().name();
      if (!macros.contains(name) && !rules.resolved().unusedMacros().contains(name)) {
        report("macro `" + name + "`", macro.macro().span(), macro.macro().context(), diagnostics);
      }
    }
    Set<String> lists = usedLists(parsed, macros);
    Set<ListDef> unnamed = Set.copyOf(parsed.unusedLists());
    for (ListDef list : parsed.catalog().lists()) {
      if (!lists.contains(list.name()) && !unnamed.contains(list)) {
        report("list `" + list.name() + "`", list.span(), list.context(), diagnostics);
      }
    }
  }

  private static Set<String> usedLists(ParsedRules parsed, Set<String> usedMacros) {
    Map<String, ListDef> lists = new HashMap<>();
    parsed.catalog().lists().forEach(list -> lists.put(list.name(), list));
    Set<String> used = new HashSet<>();
    parsed.rules().forEach(rule -> rule.lists().forEach(name -> use(name, lists, used)));
    for (ParsedMacro macro : parsed.macros()) {
      if (usedMacros.contains(macro.macro().name())) {
        macro.lists().forEach(name -> use(name, lists, used));
      }
    }
    return used;
  }

  private static void use(String name, Map<String, ListDef> lists, Set<String> used) {
    ListDef list = lists.get(name);
    if (list != null && used.add(name)) {
      for (ScalarText item : list.items()) {
        use(item.text(), lists, used);
      }
    }
  }

  private static void report(
      String what, SourceSpan place, List<Location> context, Diagnostics diagnostics) {
    diagnostics
        .within(context)
        .report(
            DiagnosticCode.UNUSED_DEFINITION,
            place,
            what + " is used only by definitions that no rule uses");
  }
}
