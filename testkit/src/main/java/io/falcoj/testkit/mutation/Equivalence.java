package io.falcoj.testkit.mutation;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.facts.Facts;
import io.falcoj.compiler.ir.CodeSet;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.opt.Passes;
import io.falcoj.runtime.schema.EventTable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Recognises changes that change nothing: the optimiser makes the same of both conditions, or what
 * it knows of values and event types says that neither can hold without the other.
 */
final class Equivalence {
  private static final int GENERIC_ENTER = EventTable.standard().byId("GENERIC_E").code();
  private static final int GENERIC_EXIT = EventTable.standard().byId("GENERIC_X").code();

  private final Map<String, Pred> optimised = new HashMap<>();

  /** Whether both say the same of every event; false when that is not known. */
  boolean same(TypedRule rule, TypedRule other) {
    if (!rule.eventCodes().equals(other.eventCodes()) && !(tells(rule) && tells(other))) {
      return false;
    }
    Pred before = optimised.computeIfAbsent(rule.rule().name(), name -> optimised(rule));
    Pred after = optimised(other);
    return before.equals(after) || implies(before, after) && implies(after, before);
  }

  /** Whether the condition alone leaves out what the rule is not shown. */
  private static boolean tells(TypedRule rule) {
    Facts facts = new Facts();
    if (!facts.assume(rule.condition(), true)) {
      return true;
    }
    CodeSet possible = facts.eventTypes();
    BitSet hidden = possible.codes();
    hidden.andNot(rule.eventCodes());
    boolean generic = rule.eventCodes().get(GENERIC_ENTER) && rule.eventCodes().get(GENERIC_EXIT);
    return hidden.isEmpty() && (generic || possible.syscalls().isEmpty());
  }

  private static Pred optimised(TypedRule rule) {
    TypedRules alone = new TypedRules(List.of(rule));
    return Passes.standard().apply(alone).rules().get(0).condition();
  }

  private static boolean implies(Pred one, Pred other) {
    Facts facts = new Facts();
    return !facts.assume(one, true) || !facts.allows(other, false);
  }
}
