package io.falcoj.testkit.coverage.probe;

import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import java.util.BitSet;

/**
 * What one case showed of a rule set.
 *
 * @param passed whether the case shows what it should; others count for checks only
 * @param running rules that ran, by their number in the set
 * @param seenTrue checks that held for some event, by their number in the set
 * @param seenFalse checks that did not
 * @param evaluated rules that were shown an event
 * @param matched rules that matched one
 * @param alerted rules of which there was an alert
 * @param codes codes of the events that there were
 */
public record CaseHits(
    RuleTestSuite suite,
    RuleTest test,
    boolean passed,
    BitSet running,
    BitSet seenTrue,
    BitSet seenFalse,
    BitSet evaluated,
    BitSet matched,
    BitSet alerted,
    BitSet codes) {
  /** Whether it shows that the rule fires when it must. */
  public boolean positive(int rule) {
    return passed && alerted.get(rule);
  }

  /** Whether it shows that the rule looks at something and is silent. */
  public boolean negative(int rule) {
    return passed && evaluated.get(rule) && !matched.get(rule);
  }

  /** Whether the case evaluates one of the checks. */
  public boolean reaches(BitSet checks) {
    return seenTrue.intersects(checks) || seenFalse.intersects(checks);
  }
}
