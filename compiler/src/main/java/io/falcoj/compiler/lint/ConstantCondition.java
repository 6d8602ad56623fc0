package io.falcoj.compiler.lint;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.facts.Conflict;
import io.falcoj.compiler.facts.Facts;
import java.util.List;

/**
 * A rule whose condition holds for no event, or for every one. That a placeholder keeps a rule from
 * matching is meant so.
 */
final class ConstantCondition implements Validator {
  @Override
  public void check(RuleBase rules, Diagnostics diagnostics) {
    for (TypedRule rule : rules.rules()) {
      if (!new Facts().assume(rule.condition(), true)) {
        Placeholders placeholders = rules.placeholders(rule);
        Facts facts = placeholders.facts();
        if (!facts.assume(placeholders.condition(), true)) {
          never(rules, rule, facts, diagnostics);
        }
      } else if (!new Facts().assume(rule.condition(), false)) {
        rules.report(
            rule,
            DiagnosticCode.ALWAYS_TRUE,
            rule.rule().condition().span(),
            "rule \"" + rule.rule().name() + "\" matches every event",
            null,
            List.of(),
            diagnostics);
      }
    }
  }

  private static void never(RuleBase rules, TypedRule rule, Facts facts, Diagnostics diagnostics) {
    Conflict conflict = facts.conflict();
    rules.report(
        rule,
        Conflicts.code(conflict),
        conflict == null ? rule.rule().condition().span() : conflict.place().span(),
        "rule \"" + rule.rule().name() + "\" never matches" + Conflicts.reason(conflict),
        null,
        Conflicts.related(conflict),
        diagnostics);
  }
}
