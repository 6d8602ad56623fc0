package io.falcoj.runtime.abi;

/** Receives the rules that match an event, in order. */
public interface MatchSink {
  /**
   * A rule matched.
   *
   * @param rule index of the rule in the bundle, over all its sources
   * @return true to go on with the rules behind it, false to stop (matching: first)
   */
  boolean matched(int rule);
}
