package io.falcoj.compiler.lint;

import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.decl.MacroDef;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Diagnostic.Related;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.yaml.item.Declaration;
import io.falcoj.compiler.yaml.item.ListDecl;
import io.falcoj.compiler.yaml.item.MacroDecl;
import io.falcoj.compiler.yaml.item.RuleDecl;
import io.falcoj.compiler.yaml.item.RuleFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A definition that a later one in the same file replaces (in another file that is how defaults are
 * changed), and a macro that a list hides.
 */
final class ShadowedDefinition implements Validator {
  @Override
  public void check(RuleBase rules, Diagnostics diagnostics) {
    for (RuleFile file : rules.files()) {
      Map<String, Declaration> latest = new HashMap<>();
      for (Declaration declaration : file.declarations()) {
        String name = definition(declaration);
        Declaration earlier = name == null ? null : latest.put(name, declaration);
        if (earlier != null) {
          report(
              earlier,
              name + " has no effect: it is defined again below",
              "to change a definition, use `override`",
              new Related("defined again", declaration.span()),
              diagnostics);
        }
      }
    }
    hiddenMacros(rules, diagnostics);
  }

  /** Kind and name of what is defined, or null when something defined before is changed. */
  private static @Nullable String definition(Declaration declaration) {
    if (declaration instanceof MacroDecl macro && !macro.append()) {
      return "macro `" + macro.name() + "`";
    }
    if (declaration instanceof ListDecl list && !list.append()) {
      return "list `" + list.name() + "`";
    }
    return declaration instanceof RuleDecl rule ? "rule \"" + rule.name() + "\"" : null;
  }

  private static void report(
      Declaration at, String message, String hint, Related related, Diagnostics diagnostics) {
    report(at.span(), message, hint, related, diagnostics.within(at.context()));
  }

  private static void report(
      SourceSpan at, String message, String hint, Related related, Diagnostics diagnostics) {
    diagnostics.report(
        new Diagnostic(DiagnosticCode.SHADOWED_DEFINITION, at, message, hint, List.of(related)));
  }

  private static void hiddenMacros(RuleBase rules, Diagnostics diagnostics) {
    Map<String, ListDef> lists = new HashMap<>();
    rules.parsed().catalog().lists().forEach(list -> lists.put(list.name(), list));
    for (MacroDef macro : rules.parsed().catalog().macros()) {
      ListDef list = lists.get(macro.name());
      if (list != null) {
        report(
            macro.span(),
            "a list is named like macro `" + macro.name() + "`: conditions get the list's items",
            "give one of them another name",
            new Related("the list", list.span()),
            diagnostics.within(macro.context()));
      }
    }
  }
}
