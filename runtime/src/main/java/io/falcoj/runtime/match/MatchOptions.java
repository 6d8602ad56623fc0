package io.falcoj.runtime.match;

import java.util.List;

/**
 * Which rules run and how many may match an event.
 *
 * @param all true when all rules that match an event count, false for the first one only
 * @param minimumPriority least severe priority whose rules run
 * @param selections switch rules on and off, in order, after what the rules say themselves
 */
public record MatchOptions(boolean all, String minimumPriority, List<RuleSelection> selections) {
  public MatchOptions {
    selections = List.copyOf(selections);
    if (Priorities.rank(minimumPriority) < 0) {
      throw new IllegalArgumentException("no priority " + minimumPriority);
    }
  }

  /** Every enabled rule; the first that matches an event counts. */
  public static MatchOptions standard() {
    return new MatchOptions(false, "Debug", List.of());
  }
}
