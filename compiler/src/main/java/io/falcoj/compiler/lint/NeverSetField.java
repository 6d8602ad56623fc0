package io.falcoj.compiler.lint;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.facts.Facts;
import io.falcoj.compiler.facts.FieldEvents;
import io.falcoj.compiler.facts.PartPlace;
import io.falcoj.compiler.facts.PartWalk;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.FieldRef;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A check that must hold, of a field that no event has for which the rule can match. In a macro it
 * is reported when that is so for all rules that use the macro.
 */
final class NeverSetField implements Validator {
  private record Unset(TypedRule rule, FieldRef field) {}

  @Override
  public void check(RuleBase rules, Diagnostics diagnostics) {
    Map<SourceSpan, Unset> unset = new LinkedHashMap<>();
    Set<SourceSpan> set = new HashSet<>();
    FieldEvents events = new FieldEvents();
    for (TypedRule rule : rules.rules()) {
      if (rule.rule().source().equals(EventSources.SYSCALL)) {
        PartWalk.through(
            rules.own(rule),
            new PartWalk.Visitor() {
              @Override
              public void leaf(Pred leaf, boolean holds, Facts facts) {
                FieldRef field = field(leaf);
                SourceSpan place = PartPlace.ofCheck(leaf);
                if (field == null || place == null) {
                  return;
                }
                if (holds && events.neverSet(field, facts.eventTypes())) {
                  unset.putIfAbsent(place, new Unset(rule, field));
                } else {
                  set.add(place);
                }
              }
            });
      }
    }
    unset.keySet().removeAll(set);
    unset.forEach((place, found) -> report(rules, place, found, diagnostics));
  }

  private static @Nullable FieldRef field(Pred leaf) {
    Load load =
        leaf instanceof Check check
            ? check.load()
            : leaf instanceof Exists exists ? exists.load() : null;
    return load instanceof Load.Field field ? field.ref() : null;
  }

  private static void report(
      RuleBase rules, SourceSpan place, Unset unset, Diagnostics diagnostics) {
    rules.report(
        unset.rule(),
        DiagnosticCode.FIELD_NEVER_SET,
        place,
        "`" + unset.field().text() + "` is never set for the event types that remain here",
        "the check never holds; `falco-run --list-events` shows what events carry",
        List.of(),
        diagnostics);
  }
}
