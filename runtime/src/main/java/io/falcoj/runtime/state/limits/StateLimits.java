package io.falcoj.runtime.state.limits;

/**
 * How much the state keeps.
 *
 * @param threads most threads
 * @param fdsPerProcess most descriptors of one process
 * @param users most users, and most groups
 * @param containers most containers
 * @param bytes most memory of all tables together, estimated from above
 */
public record StateLimits(int threads, int fdsPerProcess, int users, int containers, long bytes) {
  public StateLimits {
    if (threads < 1 || fdsPerProcess < 1 || users < 1 || containers < 1) {
      throw new IllegalArgumentException("a table has room for one entry at least");
    }
  }

  /** Limits of which the tables together may take half of the heap. */
  public StateLimits(int threads, int fdsPerProcess, int users, int containers) {
    this(threads, fdsPerProcess, users, containers, Runtime.getRuntime().maxMemory() / 2);
  }

  /** Upstream's limits, where it has any. */
  public static final StateLimits STANDARD = new StateLimits(262144, 4096, 262144, 65536);
}
