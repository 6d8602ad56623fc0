package io.falcoj.agent.webhook;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Requests by the status that answered them. */
public final class RequestCounters {
  private final Map<Integer, LongAdder> byStatus = new ConcurrentHashMap<>();
  private final LongAdder broken = new LongAdder();

  RequestCounters() {}

  void answered(int status) {
    byStatus.computeIfAbsent(status, s -> new LongAdder()).increment();
  }

  void brokenOff() {
    broken.increment();
  }

  /** Requests that were answered, by status. */
  public Map<Integer, Long> byStatus() {
    Map<Integer, Long> sorted = new TreeMap<>();
    byStatus.forEach((status, count) -> sorted.put(status, count.sum()));
    return sorted;
  }

  /**
   * Requests whose client went away before they had arrived, or never sent the headers; nothing of
   * them was judged.
   */
  public long broken() {
    return broken.sum();
  }
}
