package io.falcoj.compiler.lint;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.facts.Conflict;
import io.falcoj.compiler.facts.Facts;
import io.falcoj.compiler.facts.PartPlace;
import io.falcoj.compiler.facts.PartWalk;
import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of an {@code or} that what stands beside it excludes. A part of a macro is reported when
 * the macro itself excludes it for all rules that use it; one that never holds by itself is meant
 * so.
 */
final class DeadAlternative implements Validator {
  private record Dead(TypedRule rule, @Nullable Conflict conflict) {}

  @Override
  public void check(RuleBase rules, Diagnostics diagnostics) {
    Map<PartPlace, Dead> dead = new LinkedHashMap<>();
    Map<TypedRule, Set<PartPlace>> byRule = new IdentityHashMap<>();
    for (TypedRule rule : rules.rules()) {
      Map<PartPlace, Dead> here = new LinkedHashMap<>();
      PartWalk.through(
          rules.own(rule),
          new PartWalk.Visitor() {
            @Override
            public void dead(AnyOf or, Pred alternative, Facts facts) {
              PartPlace place = PartPlace.of(alternative);
              Conflict conflict = facts.conflict();
              if (place != null
                  && isFault(rules, rule, or, conflict)
                  && new Facts().assume(alternative, true)) {
                here.put(place, new Dead(rule, conflict));
              }
            }
          });
      here.forEach(dead::putIfAbsent);
      byRule.put(rule, here.keySet());
    }
    if (!dead.isEmpty()) {
      Set<PartPlace> alive = new HashSet<>();
      byRule.forEach((rule, here) -> markAlive(rules.own(rule), here, alive));
      dead.keySet().removeAll(alive);
    }
    dead.forEach((place, found) -> report(rules, place, found, diagnostics));
  }

  /** What a rule does not need of a macro is no fault. */
  private static boolean isFault(
      RuleBase rules, TypedRule rule, AnyOf or, @Nullable Conflict conflict) {
    Set<Object> owners = new HashSet<>();
    for (Pred operand : or.operands()) {
      PartPlace place = PartPlace.of(operand);
      if (place != null) {
        owners.add(rules.owner(rule, place.first()));
      }
    }
    boolean inMacro = owners.size() == 1 && !owners.contains(rule.rule());
    return !inMacro
        || conflict != null
            && conflict.against() != null
            && owners.contains(rules.owner(rule, conflict.against().span()));
  }

  private static void markAlive(Pred pred, Set<PartPlace> dead, Set<PartPlace> alive) {
    PartPlace place = PartPlace.of(pred);
    if (place == null || dead.contains(place)) {
      return;
    }
    alive.add(place);
    if (pred instanceof AllOf all) {
      all.operands().forEach(p -> markAlive(p, dead, alive));
    } else if (pred instanceof AnyOf any) {
      any.operands().forEach(p -> markAlive(p, dead, alive));
    } else if (pred instanceof Not not) {
      markAlive(not.operand(), dead, alive);
    }
  }

  private static void report(RuleBase rules, PartPlace place, Dead dead, Diagnostics diagnostics) {
    Conflict conflict = dead.conflict();
    rules.report(
        dead.rule(),
        Conflicts.code(conflict),
        rules.span(dead.rule(), place),
        "this alternative never holds" + Conflicts.reason(conflict),
        null,
        Conflicts.related(conflict),
        diagnostics);
  }
}
