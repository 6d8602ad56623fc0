package io.falcoj.agent.sources;

/** Lets something happen so often on average, and so often at once. */
final class TokenBucket {
  private final double perSecond;
  private final double most;
  private double tokens;
  private long last;

  /**
   * @param now nanoseconds of any clock
   */
  TokenBucket(double perSecond, double most, long now) {
    this.perSecond = perSecond;
    this.most = most;
    this.tokens = most;
    this.last = now;
  }

  boolean claim(long now) {
    tokens = Math.min(most, tokens + (now - last) / 1e9 * perSecond);
    last = now;
    if (tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }
}
