package io.falcoj.runtime.engine;

import io.falcoj.runtime.abi.MatchContext;
import java.util.function.Supplier;

/** What is done with the events of a lane. */
interface Judging {
  /**
   * Makes what a lane runs for each event that rules see, while the state shows it.
   *
   * @param contexts makes contexts over the lane's events
   */
  Runnable over(String eventSource, Supplier<MatchContext> contexts);
}
