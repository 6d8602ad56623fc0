package io.falcoj.testkit.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers of events, the first of them named. */
final class Numbers {
  private static final int MOST = 5;

  private final List<Long> first = new ArrayList<>();
  private long count;

  void add(long number) {
    if (count++ < MOST) {
      first.add(number);
    }
  }

  long count() {
    return count;
  }

  /** For people, e.g. {@code event 3} or {@code events 3, 5 and 7 more}. */
  @Override
  public String toString() {
    String named = first.stream().map(n -> Long.toString(n)).collect(Collectors.joining(", "));
    long more = count - first.size();
    return (count == 1 ? "event " : "events ") + named + (more > 0 ? " and " + more + " more" : "");
  }
}
