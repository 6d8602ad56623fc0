package io.falcoj.compiler.dispatch;

import java.util.List;

/**
 * Which decisions are taken for which event.
 *
 * @param blocks decisions that are taken together
 * @param groups lists of blocks, by number, in any order
 * @param groupOfCode for each event code its group, or -1; empty when the source has no event codes
 *     and group 0 is taken for every event
 * @param ordered true when rules must run one by one in load order and none behind the one at which
 *     the sink stops, since it matters how often a condition is evaluated; then each group is one
 *     block of {@link Decision.Run}s
 */
public record Dispatch(
    List<List<Decision>> blocks,
    List<List<Integer>> groups,
    List<Integer> groupOfCode,
    boolean ordered) {
  public Dispatch {
    blocks = blocks.stream().map(List::copyOf).toList();
    groups = groups.stream().map(List::copyOf).toList();
    groupOfCode = List.copyOf(groupOfCode);
  }

  /** The same with other blocks of the same numbers. */
  public Dispatch withBlocks(List<List<Decision>> others) {
    return new Dispatch(others, groups, groupOfCode, ordered);
  }
}
