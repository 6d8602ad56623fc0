package io.falcoj.runtime.engine;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.match.MatchEngine;
import io.falcoj.runtime.match.MatchStats;
import io.falcoj.runtime.output.Alert;
import io.falcoj.runtime.output.AlertFactory;
import io.falcoj.runtime.output.AlertSink;
import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Judges the events of sources by the rules of bundles and hands alerts to sinks. Every source has
 * its own state and its own event numbers. Used by one thread, except {@link #stop}.
 */
public final class Engine {
  /** Pause when a live source has nothing to deliver. */
  private static final long IDLE_NANOS = 500_000;

  private final MatchEngine rules;
  private final AlertFactory alerts;
  private final List<AlertSink> sinks;
  private final WarningListener warnings;
  private final long maxSeconds;
  private final @Nullable Recorder recorder;
  private final List<Lane> lanes = new ArrayList<>();
  private long unwritten;
  private volatile boolean stopped;

  Engine(EngineBuilder builder) throws OutputException {
    this.rules = new MatchEngine(builder.bundles, builder.matching);
    this.alerts = new AlertFactory(rules.rules(), builder.output);
    this.sinks = List.copyOf(builder.sinks);
    this.warnings = builder.warnings;
    this.maxSeconds = builder.maxSeconds;
    this.recorder = builder.recorder;
  }

  public static EngineBuilder builder() {
    return new EngineBuilder();
  }

  /** The rules that are loaded, and which of them run. */
  public MatchEngine rules() {
    return rules;
  }

  public MatchStats stats() {
    return rules.stats();
  }

  public EngineCounters counters() {
    long events = 0;
    long judged = 0;
    long refused = 0;
    for (Lane lane : lanes) {
      events += lane.events();
      judged += lane.judged();
      refused += lane.refused();
    }
    return new EngineCounters(events, judged, refused, unwritten);
  }

  /**
   * Judges all events of a source, until it ends, {@link #stop} is called or the time limit passes.
   * Does not close the source.
   *
   * @throws SourceException when the source is damaged; every event before that was judged
   */
  public void run(EventSource source) throws SourceException {
    SourceInfo info = source.info();
    if (recorder != null && !info.eventSource().equals(EventSources.SYSCALL)) {
      throw new SourceException(
          info.name(), -1, "is no capture of system calls: its events cannot be recorded");
    }
    Lane lane = lane(info.eventSource());
    lanes.add(lane);
    while (!stopped && !lane.expired()) {
      int delivered = source.poll(lane);
      if (delivered == EventSource.END) {
        return;
      }
      if (delivered == 0) {
        LockSupport.parkNanos(IDLE_NANOS);
      }
    }
  }

  /** Ends {@link #run} soon; may be called by any thread. */
  public void stop() {
    stopped = true;
  }

  private Lane lane(String eventSource) {
    TimeLimit limit = new TimeLimit(maxSeconds);
    return eventSource.equals(EventSources.K8S_AUDIT)
        ? new AuditLane(rules, this::matched, limit, warnings)
        : new SyscallLane(rules, this::matched, limit, warnings, recorder);
  }

  private void matched(int rule, MatchContext context) {
    Alert alert = alerts.create(rule, context);
    for (AlertSink sink : sinks) {
      try {
        sink.accept(alert);
      } catch (IOException e) {
        unwritten++;
        if (unwritten == 1) {
          warnings.warning("an alert could not be written: " + e.getMessage(), -1);
        }
      }
    }
  }
}
