package io.falcoj.testkit.judge;

import java.util.List;

/**
 * How events lie in time.
 *
 * @param begin time of the first, nanoseconds since the epoch
 * @param end time of the last
 * @param counts events in each of as many equal parts of the time
 */
public record EventTimes(long begin, long end, long events, List<Integer> counts) {
  public EventTimes {
    counts = List.copyOf(counts);
  }
}
