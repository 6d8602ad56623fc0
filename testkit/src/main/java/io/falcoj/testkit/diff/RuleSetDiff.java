package io.falcoj.testkit.diff;

import java.util.List;

/**
 * How two rule sets differ.
 *
 * @param before what the first one was called
 * @param after what the second one was called
 * @param changes rules that differ, in the order of the second set, removed ones at the end
 * @param unchanged how many rules do not differ
 * @param fixtures what was replayed
 * @param notes what could not be compared
 */
public record RuleSetDiff(
    String before,
    String after,
    List<RuleChange> changes,
    int unchanged,
    List<Replayed> fixtures,
    List<String> notes) {
  /**
   * A fixture.
   *
   * @param events how many were judged
   * @param damage where it ended too early, or empty
   */
  public record Replayed(String name, long events, String damage) {}

  public RuleSetDiff {
    changes = List.copyOf(changes);
    fixtures = List.copyOf(fixtures);
    notes = List.copyOf(notes);
  }

  /** Whether every fixture was read to its end. */
  public boolean complete() {
    return fixtures.stream().allMatch(fixture -> fixture.damage().isEmpty());
  }

  /** How many events were judged. */
  public long events() {
    return fixtures.stream().mapToLong(Replayed::events).sum();
  }
}
