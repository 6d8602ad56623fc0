package io.falcoj.testkit.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts events over time in one pass, without knowing how long it lasts: when an event is too
 * late, two parts become one. Used again and again.
 */
final class TimeCounts {
  /** Parts while counting: sixteen for each that is shown, so that those come out nearly equal. */
  private static final int FINE = 960;

  private static final int SHOWN = 60;

  /** Nanoseconds: finer than what anybody looks at. */
  private static final long FIRST_WIDTH = 1 << 10;

  private final int[] counts = new int[FINE];
  private long width;
  private long begin;
  private long end;
  private long events;

  /** Forgets everything. */
  void clear() {
    Arrays.fill(counts, 0);
    width = FIRST_WIDTH;
    events = 0;
  }

  void add(long time) {
    if (events++ == 0) {
      begin = time;
      end = time;
    }
    // Clocks of several processors, and audit events, may go back a little.
    long since = Math.max(0, time - begin);
    end = Math.max(end, time);
    while (since / width >= FINE) {
      halve();
    }
    counts[(int) (since / width)]++;
  }

  private void halve() {
    for (int i = 0; i < FINE / 2; i++) {
      counts[i] = counts[2 * i] + counts[2 * i + 1];
    }
    Arrays.fill(counts, FINE / 2, FINE, 0);
    width *= 2;
  }

  EventTimes read() {
    if (events == 0) {
      return new EventTimes(0, 0, 0, List.of());
    }
    double parts = end - begin + 1;
    int[] shown = new int[(int) Math.min(SHOWN, parts)];
    for (int i = 0; i < FINE; i++) {
      double middle = i * (double) width + (width - 1) / 2.0;
      shown[(int) Math.min(shown.length - 1, middle * shown.length / parts)] += counts[i];
    }
    List<Integer> list = new ArrayList<>(shown.length);
    for (int count : shown) {
      list.add(count);
    }
    return new EventTimes(begin, end, events, list);
  }
}
