package io.falcoj.compiler.lint;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.facts.Cost;
import io.falcoj.compiler.facts.PartPlace;
import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.ir.Test;
import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/** A condition that begins with a costly check although a cheap one could have ended it. */
final class SlowStart implements Validator {
  @Override
  public void check(RuleBase rules, Diagnostics diagnostics) {
    for (TypedRule rule : rules.rules()) {
      List<Pred> conjuncts = conjuncts(rules.own(rule), new ArrayList<>());
      // Checks of the event's type cost nothing: they decide which rules are looked at.
      conjuncts.removeIf(EventTypeIs.class::isInstance);
      if (conjuncts.size() > 1 && start(conjuncts.get(0)) == Cost.HIGH) {
        conjuncts.stream()
            .skip(1)
            .filter(SlowStart::isSelective)
            .findFirst()
            .ifPresent(cheap -> report(rules, rule, conjuncts.get(0), cheap, diagnostics));
      }
    }
  }

  /** What is paid in any case: of a conjunction only its beginning. */
  private static Cost start(Pred pred) {
    if (pred instanceof AllOf all && !all.operands().isEmpty()) {
      return start(all.operands().get(0));
    }
    if (pred instanceof AnyOf any) {
      return any.operands().stream().map(SlowStart::start).reduce(Cost.LOW, Cost::higher);
    }
    return Cost.of(pred);
  }

  /** A cheap check that few events pass: a value that is at hand equals a constant. */
  private static boolean isSelective(Pred pred) {
    return pred instanceof Check check
        && Cost.of(check) == Cost.LOW
        && !(check.test() instanceof Test.Fails)
        && !(check.test() instanceof Test.Number number && number.order() != Test.Order.EQ);
  }

  private static List<Pred> conjuncts(Pred pred, List<Pred> found) {
    if (pred instanceof AllOf all) {
      all.operands().forEach(p -> conjuncts(p, found));
    } else {
      found.add(pred);
    }
    return found;
  }

  private static void report(
      RuleBase rules, TypedRule rule, Pred slow, Pred cheap, Diagnostics diagnostics) {
    PartPlace place = PartPlace.of(slow);
    PartPlace better = PartPlace.of(cheap);
    if (place != null && better != null) {
      SourceSpan span = rules.span(rule, place);
      rules.report(
          rule,
          DiagnosticCode.SLOW_LEADING_CONDITION,
          span,
          "the condition of rule \""
              + rule.rule().name()
              + "\" begins with a costly check: `"
              + Conflicts.text(span)
              + "`",
          "put `" + Conflicts.text(better.first()) + "` before it",
          List.of(),
          diagnostics);
    }
  }
}
