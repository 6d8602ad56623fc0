package io.falcoj.compiler.resolve;

import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.decl.MacroDef;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.syntax.ParsedRule;
import io.falcoj.compiler.syntax.ParsedRules;
import io.falcoj.compiler.syntax.ParsedRules.ParsedMacro;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes the last names out of conditions: exceptions are added, macros replaced. */
public final class Resolver {
  private Resolver() {}

  /**
   * Rules without names; what cannot be resolved is reported and left out. A macro or list is
   * unused when no file uses it: one of words alone is not warned of because the rules come after
   * it.
   */
  public static ResolvedRules resolve(ParsedRules parsed, Diagnostics diags) {
    List<ResolvedRules> earlier = new ArrayList<>();
    for (ParsedRules declared : parsed.earlier()) {
      earlier.add(generation(declared, List.of(), new MacroResolver(declared), diags));
    }
    MacroResolver macros = new MacroResolver(parsed);
    ResolvedRules resolved = generation(parsed, earlier, macros, diags);
    if (!diags.hasErrors()) {
      reportUnused(parsed, macros, diags);
    }
    return resolved;
  }

  private static ResolvedRules generation(
      ParsedRules parsed, List<ResolvedRules> earlier, MacroResolver macros, Diagnostics diags) {
    macros.resolveMacros(diags);
    List<ResolvedRule> rules = new ArrayList<>();
    for (ParsedRule rule : parsed.rules()) {
      macros
          .resolveRule(rule, diags.within(rule.rule().context()))
          .map(
              result ->
                  new ResolvedRule(
                      rule.rule(),
                      result.condition(),
                      rule.text(),
                      result.uses(),
                      parsed.catalog().lists()))
          .ifPresent(rules::add);
    }
    Set<String> unused =
        parsed.macros().stream()
            .map(macro -> macro.macro().name())
            .filter(name -> !macros.isUsed(name))
            .collect(Collectors.toSet());
    Set<RuleDef> unresolved = Collections.newSetFromMap(new IdentityHashMap<>());
    unresolved.addAll(parsed.catalog().rules());
    rules.forEach(rule -> unresolved.remove(rule.rule()));
    List<RuleDef> inOrder = parsed.catalog().rules().stream().filter(unresolved::contains).toList();
    return new ResolvedRules(rules, inOrder, unused, earlier);
  }

  private static void reportUnused(ParsedRules parsed, MacroResolver macros, Diagnostics diags) {
    for (ParsedMacro parsedMacro : parsed.macros()) {
      MacroDef macro = parsedMacro.macro();
      if (!macros.isUsed(macro.name())) {
        diags
            .within(macro.context())
            .report(
                DiagnosticCode.UNUSED_MACRO,
                macro.span(),
                "Macro not referred to by any other rule/macro");
      }
    }
    for (ListDef list : parsed.unusedLists()) {
      diags
          .within(list.context())
          .report(
              DiagnosticCode.UNUSED_LIST,
              list.span(),
              "List not referred to by any other rule/macro");
    }
  }
}
