package io.falcoj.compiler.check;

import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.ir.Pred;
import java.util.BitSet;
import java.util.Set;

/**
 * A rule ready to be compiled.
 *
 * @param output template text; what no engine prints any more is taken out
 * @param eventCodes event codes that Falco's static analysis finds for the condition
 * @param fields texts of the fields that condition and output use, sorted
 */
public record TypedRule(
    RuleDef rule, Pred condition, String output, BitSet eventCodes, Set<String> fields) {
  public TypedRule {
    // Threads share rules, and the first clone of a BitSet may change it; that of a clone does not.
    eventCodes = (BitSet) eventCodes.clone();
  }

  /** The same rule, switched on whatever its declarations say. */
  public TypedRule switchedOn() {
    return new TypedRule(rule.switchedOn(), condition, output, eventCodes, fields);
  }

  /** The same rule with another condition of the same meaning. */
  public TypedRule withCondition(Pred other) {
    return new TypedRule(rule, other, output, eventCodes, fields);
  }
}
