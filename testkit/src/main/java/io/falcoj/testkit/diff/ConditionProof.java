package io.falcoj.testkit.diff;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.facts.Facts;
import java.util.BitSet;

/** What follows from two conditions without events. */
final class ConditionProof {
  private ConditionProof() {}

  /** True when a rule can match no event that the other one does not match; false when unknown. */
  static boolean implies(TypedRule rule, TypedRule other) {
    BitSet more = (BitSet) rule.eventCodes().clone();
    more.andNot(other.eventCodes());
    if (!more.isEmpty()) {
      return false;
    }
    Facts facts = new Facts();
    return !facts.assume(rule.condition(), true) || !facts.allows(other.condition(), false);
  }
}
