package io.falcoj.testkit.coverage.probe;

import io.falcoj.runtime.abi.MatchContext;
import java.util.BitSet;

/** What the checks of a rule set were seen to be while one case ran. */
final class Probes {
  private final Outcomes values;
  private final MatchContext context;
  final BitSet seenTrue;
  final BitSet seenFalse;

  Probes(Outcomes values, MatchContext context, BitSet seenTrue, BitSet seenFalse) {
    this.values = values;
    this.context = context;
    this.seenTrue = seenTrue;
    this.seenFalse = seenFalse;
  }

  /** Evaluates a check and notes how it came out. */
  boolean check(int leaf, int value) {
    boolean holds = values.holds(value, context);
    see(leaf, holds);
    return holds;
  }

  void see(int leaf, boolean holds) {
    (holds ? seenTrue : seenFalse).set(leaf);
  }
}
