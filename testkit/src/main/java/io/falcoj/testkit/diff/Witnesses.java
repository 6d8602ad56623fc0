package io.falcoj.testkit.diff;

import java.util.List;

/**
 * Events that show a difference.
 *
 * @param count how many there are
 * @param first the first of them, in the order of fixtures
 */
public record Witnesses(long count, List<Witness> first) {
  /** None. */
  public static final Witnesses NONE = new Witnesses(0, List.of());

  /**
   * One event.
   *
   * @param fixture name of the capture, the log, or the test file and its case
   * @param event number of the event
   * @param text what happened, on one line
   * @param reason the check that keeps the other version of the rule silent, or empty
   */
  public record Witness(String fixture, long event, String text, String reason) {}

  public Witnesses {
    first = List.copyOf(first);
  }

  public boolean isEmpty() {
    return count == 0;
  }
}
