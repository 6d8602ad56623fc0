package io.falcoj.runtime.match;

import io.falcoj.runtime.abi.MatchContext;

/** Hears of every match that counts. */
public interface MatchListener {
  /**
   * A rule matched the context's event.
   *
   * @param rule index in {@link MatchEngine#rules}
   */
  void matched(int rule, MatchContext context);
}
