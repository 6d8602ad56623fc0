package io.falcoj.runtime.state.live;

import java.time.Duration;

/**
 * When threads of a live machine are forgotten whose end was missed.
 *
 * @param interval time between two searches, as the events tell it
 * @param silence without an event for so long, a thread is looked for on the machine
 */
public record StaleThreads(Duration interval, Duration silence) {
  /** Upstream's. */
  public static final StaleThreads STANDARD =
      new StaleThreads(Duration.ofSeconds(300), Duration.ofSeconds(300));

  public StaleThreads {
    if (interval.isNegative() || interval.isZero() || silence.isNegative()) {
      throw new IllegalArgumentException("an interval is longer than nothing");
    }
  }
}
