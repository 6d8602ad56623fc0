package io.falcoj.testkit.coverage.probe;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.Outcome;
import io.falcoj.testkit.run.SeenAlert;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at the events of one case. */
public final class CaseWatch {
  private final ProbedRules rules;
  private final BitSet running;
  final BitSet seenTrue = new BitSet();
  final BitSet seenFalse = new BitSet();
  final BitSet evaluated = new BitSet();
  final BitSet matched = new BitSet();
  final BitSet codes = new BitSet();

  /**
   * @param running the rules that run, by index
   */
  public CaseWatch(ProbedRules rules, BitSet running) {
    this.rules = rules;
    this.running = running;
  }

  /** Takes the next event, of that source. */
  public void event(String source, MatchContext ctx) {
    rules.event(source, running, ctx, this);
  }

  /** What was seen, of the case that came out so. */
  public CaseHits hits(CaseResult result) {
    Set<String> names = result.alerts().stream().map(SeenAlert::rule).collect(Collectors.toSet());
    BitSet alerted = new BitSet();
    rules.all().stream()
        .filter(rule -> names.contains(rule.rule().name()))
        .forEach(rule -> alerted.set(rule.index()));
    return new CaseHits(
        result.suite(),
        result.test(),
        result.outcome() == Outcome.PASSED || result.outcome() == Outcome.TODO_PASSED,
        running,
        seenTrue,
        seenFalse,
        evaluated,
        matched,
        alerted,
        codes);
  }
}
