package io.falcoj.runtime.engine;

/** Says when events are later than a number of seconds behind the first one. */
final class TimeLimit {
  private final long nanos;
  private boolean started;
  private long first;
  private boolean passed;

  /**
   * @param seconds 0 for no limit
   */
  TimeLimit(long seconds) {
    this.nanos = seconds > Long.MAX_VALUE / 1_000_000_000 ? 0 : seconds * 1_000_000_000;
  }

  /** Looks at the next event's time; true from the first event on that is too late. */
  boolean passed(long timestamp) {
    if (!started) {
      started = true;
      first = timestamp;
    } else if (nanos > 0 && timestamp - first >= nanos) {
      passed = true;
    }
    return passed;
  }

  boolean isPassed() {
    return passed;
  }
}
