package io.falcoj.compiler.plan;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.dispatch.Dispatch;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Pred;
import java.util.List;
import java.util.Map;

/**
 * What is compiled for the events of one source.
 *
 * @param rules in load order
 * @param dispatch which of them run for which event, as positions in {@code rules}
 * @param methods predicates that become methods of their own, with their memo slot or -1
 * @param kept fields whose value is remembered within an event, with their slot
 * @param slots number of memo slots
 */
public record SourcePlan(
    String source,
    List<PlannedRule> rules,
    Dispatch dispatch,
    Map<Pred, Integer> methods,
    Map<Load.Field, Integer> kept,
    int slots) {
  /**
   * A rule of the source.
   *
   * @param index number over the whole bundle
   */
  public record PlannedRule(int index, TypedRule rule) {}
}
