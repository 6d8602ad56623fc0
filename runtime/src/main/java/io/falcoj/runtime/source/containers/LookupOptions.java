package io.falcoj.runtime.source.containers;

import java.time.Duration;

/**
 * How containers are looked up.
 *
 * @param queue most questions that wait for an answer
 * @param remembered most containers of which it is remembered that they were asked about
 * @param attempts how often a container is asked about before it is left alone
 * @param firstPause time before the second attempt; each further pause is twice as long
 * @param longestPause most time between two attempts, and before one that is left alone is asked
 *     about again because another process of it appears
 */
public record LookupOptions(
    int queue, int remembered, int attempts, Duration firstPause, Duration longestPause) {
  public static final LookupOptions STANDARD =
      new LookupOptions(256, 4096, 6, Duration.ofMillis(500), Duration.ofSeconds(60));

  public LookupOptions {
    if (queue < 1 || remembered < queue || attempts < 1 || firstPause.isNegative()) {
      throw new IllegalArgumentException("room for one question, and for remembering it");
    }
  }

  /** Pause behind that many failed attempts. */
  long pauseNanos(int failed) {
    long doubled = firstPause.toNanos() << Math.min(20, failed - 1);
    return Math.min(doubled, longestPause.toNanos());
  }
}
