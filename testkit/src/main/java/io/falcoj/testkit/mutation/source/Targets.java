package io.falcoj.testkit.mutation.source;

import io.falcoj.compiler.RuleVariants;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.decl.MacroDef;
import io.falcoj.compiler.decl.RuleCatalog;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.testkit.mutation.source.Mutant.Variation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds what can be changed: conditions, macros, lists and exceptions that rules are made of. */
public final class Targets {
  private final RuleVariants variants;
  private final Map<SourceFile, Sequences> sequences = new IdentityHashMap<>();
  private final List<Target> found = new ArrayList<>();

  private Targets(RuleVariants variants) {
    this.variants = variants;
  }

  /**
   * What the chosen rules are made of, each declaration once: lists, macros, rules, each in the
   * order of definition.
   */
  public static List<Target> of(RuleVariants variants, Predicate<RuleDef> chosen) {
    Targets targets = new Targets(variants);
    Set<String> macros = new HashSet<>();
    Set<String> lists = new HashSet<>();
    List<RuleDef> rules = new ArrayList<>();
    for (TypedRule typed : variants.checked().typed().rules()) {
      if (chosen.test(typed.rule())) {
        rules.add(typed.rule());
        macros.addAll(variants.macros(typed.rule()));
        lists.addAll(variants.lists(typed.rule()));
      }
    }
    RuleCatalog catalog = variants.checked().catalog();
    catalog.lists().stream().filter(l -> lists.contains(l.name())).forEach(targets::list);
    catalog.macros().stream().filter(m -> macros.contains(m.name())).forEach(targets::macro);
    rules.forEach(targets::rule);
    return targets.found;
  }

  private void list(ListDef list) {
    list.items().forEach(item -> found.add(new Target.Item(list, item, sequences(item))));
  }

  private void macro(MacroDef macro) {
    condition(
        "macro " + macro.name(),
        macro.condition(),
        changed -> rules -> rules.with(macro.withCondition(changed)));
  }

  private void rule(RuleDef rule) {
    condition(
        "rule \"" + rule.name() + "\"",
        rule.condition(),
        changed -> rules -> rules.with(rule.withCondition(changed)));
    for (ExceptionDef exception : rule.exceptions()) {
      if (!exception.values().isEmpty()) {
        found.add(new Target.Exempted(rule, exception, this::sequences));
      }
    }
  }

  private void condition(
      String declaration, ScalarText text, Function<ScalarText, Variation> variation) {
    Written.of(text)
        .ifPresent(written -> parts(declaration, variation, written, written.tree(), null));
  }

  private void parts(
      String declaration,
      Function<ScalarText, Variation> variation,
      Written written,
      Expr expr,
      @Nullable Expr parent) {
    found.add(new Target.Part(declaration, variation, written, expr, parent));
    for (Expr operand : Written.operands(expr)) {
      parts(declaration, variation, written, operand, expr);
    }
  }

  private Sequences sequences(ScalarText text) {
    return sequences.computeIfAbsent(text.span().file(), Sequences::new);
  }
}
