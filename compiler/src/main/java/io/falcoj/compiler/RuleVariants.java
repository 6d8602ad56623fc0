package io.falcoj.compiler;

import io.falcoj.compiler.check.TypeChecker;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.decl.MacroDef;
import io.falcoj.compiler.decl.RuleCatalog;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.lint.RuleBase;
import io.falcoj.compiler.resolve.MacroUse;
import io.falcoj.compiler.resolve.ResolvedRule;
import io.falcoj.compiler.resolve.ResolvedRules;
import io.falcoj.compiler.resolve.Resolver;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.syntax.ConditionReader;
import io.falcoj.compiler.syntax.ParsedRule;
import io.falcoj.compiler.syntax.ParsedRules;
import io.falcoj.compiler.syntax.ParsedRules.ParsedMacro;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What rules would be if one declaration said something else. Only the conditions that it is part
 * of are read, resolved and checked again. Used by one thread.
 */
public final class RuleVariants {
  private final CompilerOptions options;
  private final RuleAge age;
  private final CheckedRules checked;
  private final ResolvedRules resolved;

  private RuleVariants(CompilerOptions options, RuleBase rules) {
    this.options = options;
    this.age = new RuleAge(rules.files());
    this.checked = new CheckedRules(List.of(), rules.parsed(), rules.typed());
    this.resolved = rules.resolved();
  }

  /**
   * Of rule files that have no errors.
   *
   * @param sources in load order
   */
  public static RuleVariants of(List<SourceFile> sources, CompilerOptions options) {
    return DeepStack.call(
        () -> new RuleVariants(options, RuleCompiler.typed(sources, options, new Diagnostics())));
  }

  /** The rules as they are; lint has not looked at them. */
  public CheckedRules checked() {
    return checked;
  }

  /** The macros that are part of the rule's condition, directly or through others. */
  public Set<String> macros(RuleDef rule) {
    Set<String> names = new HashSet<>();
    of(rule).macros().forEach(use -> names.add(use.macro().name()));
    return names;
  }

  /** The lists whose items are part of the rule's condition, directly or through others. */
  public Set<String> lists(RuleDef rule) {
    Set<String> names = new HashSet<>();
    parsed().rules().stream()
        .filter(parsed -> parsed.rule() == rule)
        .forEach(parsed -> names.addAll(parsed.lists()));
    of(rule).macros().forEach(use -> names.addAll(use.lists()));
    for (int size = 0; size < names.size(); ) {
      size = names.size();
      for (ListDef list : parsed().catalog().lists()) {
        if (names.contains(list.name())) {
          list.items().stream().map(ScalarText::text).filter(this::isList).forEach(names::add);
        }
      }
    }
    return names;
  }

  /**
   * The rules that change, of which some may mean the same as before; empty when one of them would
   * have an error.
   */
  public Optional<List<TypedRule>> with(RuleDef rule) {
    RuleCatalog old = parsed().catalog();
    Changed changed = new Changed(old.lists());
    changed.rules.add(rule.name());
    return variant(changed, def -> def.name().equals(rule.name()) ? rule : def, macro -> macro);
  }

  /** As {@link #with(RuleDef)}, of a macro. */
  public Optional<List<TypedRule>> with(MacroDef macro) {
    Changed changed = new Changed(parsed().catalog().lists());
    changed.macros.add(macro.name());
    return variant(changed, rule -> rule, def -> def.name().equals(macro.name()) ? macro : def);
  }

  /** As {@link #with(RuleDef)}, of a list. */
  public Optional<List<TypedRule>> with(ListDef list) {
    List<ListDef> lists = new ArrayList<>(parsed().catalog().lists());
    lists.replaceAll(def -> def.name().equals(list.name()) ? list : def);
    Changed changed = new Changed(lists);
    Set<String> names = naming(list.name());
    parsed().rules().stream()
        .filter(rule -> rule.lists().stream().anyMatch(names::contains))
        .forEach(rule -> changed.rules.add(rule.rule().name()));
    parsed().macros().stream()
        .filter(macro -> macro.lists().stream().anyMatch(names::contains))
        .forEach(macro -> changed.macros.add(macro.macro().name()));
    return variant(changed, rule -> rule, macro -> macro);
  }

  /** What is read again, by name, with what lists. */
  private static final class Changed {
    final List<ListDef> lists;
    final Set<String> rules = new HashSet<>();
    final Set<String> macros = new HashSet<>();

    Changed(List<ListDef> lists) {
      this.lists = lists;
    }

    boolean reaches(ResolvedRule rule) {
      return rules.contains(rule.rule().name())
          || rule.macros().stream().anyMatch(use -> macros.contains(use.macro().name()));
    }
  }

  private Optional<List<TypedRule>> variant(
      Changed changed, UnaryOperator<RuleDef> rules, UnaryOperator<MacroDef> macros) {
    List<RuleDef> affected = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (ResolvedRule rule : resolved.rules()) {
      if (changed.reaches(rule)) {
        affected.add(rules.apply(rule.rule()));
        rule.macros().stream().map(MacroUse::macro).forEach(macro -> used.add(macro.name()));
      }
    }
    List<MacroDef> needed =
        parsed().catalog().macros().stream()
            .filter(macro -> used.contains(macro.name()))
            .map(macros)
            .toList();
    Diagnostics diags = new Diagnostics();
    ParsedRules read = read(changed, catalog(affected, needed, changed.lists), diags);
    ResolvedRules again = Resolver.resolve(read, diags);
    List<TypedRule> typed =
        TypeChecker.check(
                again, options.fields(), options.sources(), age::mayBeOld, age::isOld, diags)
            .rules();
    return diags.hasErrors() ? Optional.empty() : Optional.of(typed);
  }

  /** Reads what changed; the rest is as it was read before. */
  private ParsedRules read(Changed changed, RuleCatalog catalog, Diagnostics diags) {
    RuleCatalog part =
        catalog(
            catalog.rules().stream().filter(r -> changed.rules.contains(r.name())).toList(),
            catalog.macros().stream().filter(m -> changed.macros.contains(m.name())).toList(),
            catalog.lists());
    ParsedRules anew = ConditionReader.read(part, rule -> false, diags);
    Set<String> rules = new HashSet<>();
    catalog.rules().forEach(rule -> rules.add(rule.name()));
    Set<String> macros = new HashSet<>();
    catalog.macros().forEach(macro -> macros.add(macro.name()));
    List<ParsedRule> allRules = new ArrayList<>();
    for (ParsedRule old : parsed().rules()) {
      if (rules.contains(old.rule().name()) && !changed.rules.contains(old.rule().name())) {
        allRules.add(old);
      }
    }
    allRules.addAll(anew.rules());
    List<ParsedMacro> allMacros = new ArrayList<>();
    for (ParsedMacro old : parsed().macros()) {
      String name = old.macro().name();
      if (macros.contains(name)) {
        allMacros.add(changed.macros.contains(name) ? named(anew, name) : old);
      }
    }
    return new ParsedRules(catalog, allRules, allMacros, List.of(), List.of());
  }

  private static ParsedMacro named(ParsedRules parsed, String name) {
    return parsed.macros().stream()
        .filter(macro -> macro.macro().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private RuleCatalog catalog(List<RuleDef> rules, List<MacroDef> macros, List<ListDef> lists) {
    RuleCatalog old = parsed().catalog();
    return new RuleCatalog(
        rules,
        macros,
        lists,
        old.engineVersion(),
        old.plugins(),
        old.brokenMacros(),
        false,
        List.of());
  }

  /** The list's name, and those of all lists that its items become part of. */
  private Set<String> naming(String list) {
    Set<String> names = new HashSet<>(Set.of(list));
    for (int size = 0; size < names.size(); ) {
      size = names.size();
      for (ListDef def : parsed().catalog().lists()) {
        if (def.items().stream().anyMatch(item -> names.contains(item.text()))) {
          names.add(def.name());
        }
      }
    }
    return names;
  }

  private boolean isList(String name) {
    return parsed().catalog().lists().stream().anyMatch(list -> list.name().equals(name));
  }

  private ParsedRules parsed() {
    return checked.parsed();
  }

  private ResolvedRule of(RuleDef rule) {
    return resolved.rules().stream().filter(r -> r.rule() == rule).findFirst().orElseThrow();
  }
}
