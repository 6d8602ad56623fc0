package io.falcoj.compiler.plan;

import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Pred;
import java.util.List;
import java.util.Map;

/**
 * What is compiled for the events of one source.
 *
 * @param rules in order of evaluation
 * @param groups lists of candidate rules, as positions in {@code rules}
 * @param groupOfCode for each event code its group, or -1; empty when the source has no event codes
 *     and group 0 runs for every event
 * @param asyncGroup number of the group for asynchronous events, whose rules run with their
 *     asynchronous condition; -1 when there is none
 * @param methods predicates that become methods of their own, with their memo slot or -1
 * @param kept fields whose value is remembered within an event, with their slot
 * @param slots number of memo slots
 */
public record SourcePlan(
    String source,
    List<PlannedRule> rules,
    List<List<Integer>> groups,
    List<Integer> groupOfCode,
    int asyncGroup,
    Map<Pred, Integer> methods,
    Map<Load.Field, Integer> kept,
    int slots) {}
