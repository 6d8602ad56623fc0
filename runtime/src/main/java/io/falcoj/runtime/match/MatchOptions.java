package io.falcoj.runtime.match;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rules run and how many may match an event.
 *
 * @param all true when all rules that match an event count, false for the first one only
 * @param minimumPriority least severe priority whose rules run
 * @param selections switch rules on and off, in order, after what the rules say themselves
 * @param only names of the rules that run, in load order and whatever they and the selections say,
 *     as with {@code falco -t}; null leaves it to those
 */
public record MatchOptions(
    boolean all,
    String minimumPriority,
    List<RuleSelection> selections,
    @Nullable Set<String> only) {
  public MatchOptions {
    selections = List.copyOf(selections);
    only = only == null ? null : Set.copyOf(only);
    if (Priorities.rank(minimumPriority) < 0) {
      throw new IllegalArgumentException("no priority " + minimumPriority);
    }
  }

  /** Rules as they and the selections say. */
  public MatchOptions(boolean all, String minimumPriority, List<RuleSelection> selections) {
    this(all, minimumPriority, selections, null);
  }

  /** Every enabled rule; the first that matches an event counts. */
  public static MatchOptions standard() {
    return new MatchOptions(false, "Debug", List.of());
  }

  /** The same, of which only these rules run. */
  public MatchOptions withOnly(Set<String> names) {
    return new MatchOptions(all, minimumPriority, selections, names);
  }
}
