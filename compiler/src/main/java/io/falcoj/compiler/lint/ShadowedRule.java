package io.falcoj.compiler.lint;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.diag.Diagnostic.Related;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.facts.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule that holds only for events for which an earlier rule holds: with {@code rule_matching:
 * first}, which is Falco's default, the earlier one gets them all.
 */
final class ShadowedRule implements Validator {
  @Override
  public void check(RuleBase rules, Diagnostics diagnostics) {
    Map<String, EarlierRules> bySource = new HashMap<>();
    for (TypedRule rule : rules.rules()) {
      if (rule.rule().enabled()) {
        EarlierRules earlier =
            bySource.computeIfAbsent(rule.rule().source(), s -> new EarlierRules());
        check(rules, rule, earlier, diagnostics);
        earlier.add(rule);
      }
    }
  }

  private static void check(
      RuleBase rules, TypedRule rule, EarlierRules earlier, Diagnostics diagnostics) {
    Facts facts = new Facts();
    if (!facts.assume(rule.condition(), true)) {
      return;
    }
    for (TypedRule candidate : earlier.thatCouldHoldWith(rule)) {
      if (!facts.allows(candidate.condition(), false)) {
        String name = candidate.rule().name();
        rules.report(
            rule,
            DiagnosticCode.SHADOWED_RULE,
            rule.rule().span(),
            "rule \"" + rule.rule().name() + "\" never fires: rule \"" + name + "\" comes first",
            "make it more special than the earlier one, or put it before that",
            List.of(new Related("matches whenever this one does", candidate.rule().span())),
            diagnostics);
        return;
      }
    }
  }
}
