package io.falcoj.agent.sources;

import io.falcoj.agent.config.ProbeConfig.DropAction;
import io.falcoj.agent.config.ProbeConfig.Drops;
import io.falcoj.probe.capture.ProbeCounters;
import io.falcoj.probe.schema.EventClass;
import io.falcoj.runtime.source.SourceException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Looks once a second whether the probe lost events, and does what {@code syscall_event_drops}
 * says. Follows {@code event_drops.cpp} of Falco.
 */
final class DropWatch {
  static final String RULE = "Falco internal: syscall event drop";
  private static final long SECOND = 1_000_000_000L;
  private static final Map<EventClass, String> FIELDS =
      Map.of(
          EventClass.CLONE, "n_drops_buffer_clone_fork_exit",
          EventClass.EXEC, "n_drops_buffer_execve_exit",
          EventClass.CONNECT, "n_drops_buffer_connect_exit",
          EventClass.OPEN, "n_drops_buffer_open_exit",
          EventClass.DIRECTORY, "n_drops_buffer_dir_file_exit",
          EventClass.OTHER, "n_drops_buffer_other_interest_exit",
          EventClass.CLOSE, "n_drops_buffer_close_exit",
          EventClass.EXIT, "n_drops_buffer_proc_exit");

  /**
   * What an alert about losses says.
   *
   * @param message with the number of losses
   * @param fields numbers as texts, by name
   */
  record Notice(String message, Map<String, String> fields) {}

  private final Drops settings;
  private final Consumer<String> log;
  private final Consumer<Notice> alert;
  private final TokenBucket bucket;
  private ProbeCounters before;
  private long next;
  private long detected;
  private long acted;

  /**
   * @param now nanoseconds of any clock, the same at every call
   */
  DropWatch(
      Drops settings,
      ProbeCounters before,
      long now,
      Consumer<String> log,
      Consumer<Notice> alert) {
    this.settings = settings;
    this.before = before;
    this.log = log;
    this.alert = alert;
    this.bucket = new TokenBucket(settings.rate(), settings.maxBurst(), now);
    this.next = now + SECOND;
  }

  /** Whether it is time to {@link #look}. */
  boolean isTime(long now) {
    return now - next >= 0;
  }

  /**
   * Compares with the second before.
   *
   * @throws SourceException when losses end the run
   */
  void look(long now, ProbeCounters counters) throws SourceException {
    next = now + SECOND;
    long seen = counters.seen() - before.seen();
    long dropped = counters.dropped() - before.dropped() + (settings.simulate() ? 1 : 0);
    double threshold = settings.simulate() ? 0 : settings.threshold();
    ProbeCounters last = before;
    before = counters;
    if (dropped <= 0 || (double) dropped / Math.max(seen, 1) <= threshold) {
      return;
    }
    detected++;
    if (bucket.claim(now)) {
      acted++;
      act(seen, dropped, last, counters);
    }
  }

  private void act(long seen, long dropped, ProbeCounters last, ProbeCounters counters)
      throws SourceException {
    String message = RULE + ". " + dropped + " system calls dropped in last second.";
    if (settings.actions().contains(DropAction.LOG)) {
      log.accept(message);
    }
    if (settings.actions().contains(DropAction.ALERT)) {
      alert.accept(new Notice(message, fields(seen, dropped, last, counters)));
    }
    if (settings.actions().contains(DropAction.EXIT)) {
      throw new SourceException(
          "the probe", -1, message + " `syscall_event_drops.actions` ends the run");
    }
  }

  private static Map<String, String> fields(
      long seen, long dropped, ProbeCounters last, ProbeCounters counters) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("ebpf_enabled", "1");
    fields.put("n_drops", Long.toString(dropped));
    fields.put("n_drops_bug", "0");
    fields.put("n_drops_buffer_total", Long.toString(counters.dropped() - last.dropped()));
    fields.put("n_drops_page_faults", "0");
    fields.put("n_drops_scratch_map", "0");
    fields.put("n_evts", Long.toString(seen));
    FIELDS.forEach(
        (kind, name) ->
            fields.put(name, Long.toString(counters.dropped(kind) - last.dropped(kind))));
    return fields;
  }

  /** Seconds with losses. */
  long detected() {
    return detected;
  }

  /** How often something was done about them. */
  long acted() {
    return acted;
  }
}
