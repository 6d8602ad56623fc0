package io.falcoj.testkit.run;

import java.util.List;

/**
 * How the events of a case lie in time.
 *
 * @param begin time of the first event, nanoseconds since the epoch
 * @param end time of the last
 * @param events how many there were
 * @param counts events in each of as many equal parts of the time; empty without events
 */
public record Timeline(long begin, long end, long events, List<Integer> counts) {
  public static final Timeline EMPTY = new Timeline(0, 0, 0, List.of());

  public Timeline {
    counts = List.copyOf(counts);
  }
}
