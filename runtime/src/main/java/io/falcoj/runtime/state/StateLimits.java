package io.falcoj.runtime.state;

/**
 * How much the state keeps.
 *
 * @param threads most threads
 * @param fdsPerProcess most descriptors of one process
 * @param users most users, and most groups
 * @param containers most containers
 */
public record StateLimits(int threads, int fdsPerProcess, int users, int containers) {
  /** Upstream's limits, where it has any. */
  public static final StateLimits STANDARD = new StateLimits(262144, 4096, 262144, 65536);
}
