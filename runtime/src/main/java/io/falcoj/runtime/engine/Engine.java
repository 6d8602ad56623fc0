package io.falcoj.runtime.engine;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.fields.AuditPaths;
import io.falcoj.runtime.json.JsonPaths;
import io.falcoj.runtime.match.MatchEngine;
import io.falcoj.runtime.match.MatchStats;
import io.falcoj.runtime.output.Alert;
import io.falcoj.runtime.output.AlertSink;
import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.output.render.AlertFactory;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceInfo;
import io.falcoj.runtime.source.containers.ContainerLookup;
import io.falcoj.runtime.state.limits.StateFigures;
import io.falcoj.runtime.state.limits.StateLimits;
import io.falcoj.runtime.state.live.LiveMachine;
import io.falcoj.runtime.state.live.StaleThreads;
import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges the events of sources by the rules of bundles and hands alerts to sinks. Every source has
 * its own state and its own event numbers. Used by one thread, except {@link #stop} and {@link
 * #wake}.
 */
public final class Engine {
  private final MatchEngine rules;
  private final AlertFactory alerts;
  private final List<AlertSink> sinks;
  private final WarningListener warnings;
  private final long maxSeconds;
  private final @Nullable Recorder recorder;
  private final StateLimits stateLimits;
  private final Map<ByteSlice, ByteSlice> constants;
  private final @Nullable ContainerLookup lookup;
  private final StaleThreads staleThreads;
  private final List<Lane> lanes = new ArrayList<>();
  private long unwritten;
  private volatile boolean stopped;
  private volatile @Nullable Thread runner;

  Engine(EngineBuilder builder) throws OutputException {
    this.rules = new MatchEngine(builder.bundles, builder.matching);
    this.alerts =
        new AlertFactory(
            rules.rules(), builder.output, FieldCatalog.withConstants(builder.constants.keySet()));
    this.sinks = List.copyOf(builder.sinks);
    this.warnings = builder.warnings;
    this.maxSeconds = builder.maxSeconds;
    this.recorder = builder.recorder;
    this.stateLimits = builder.stateLimits;
    Map<ByteSlice, ByteSlice> slices = new HashMap<>();
    builder.constants.forEach((key, value) -> slices.put(ByteSlice.of(key), ByteSlice.of(value)));
    this.constants = Map.copyOf(slices);
    this.lookup = builder.lookup;
    this.staleThreads = builder.staleThreads;
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
    long readAgain = 0;
    for (Lane lane : lanes) {
      events += lane.events();
      judged += lane.judged();
      refused += lane.refused();
      readAgain += lane.readAgain();
    }
    return new EngineCounters(events, judged, refused, unwritten, readAgain);
  }

  /** What the states of all sources hold and what found no room in them. */
  public StateFigures state() {
    StateFigures sum = StateFigures.NONE;
    for (Lane lane : lanes) {
      sum = sum.plus(lane.state());
    }
    return sum;
  }

  /**
   * Judges all events of a source, until it ends, {@link #stop} is called or the time limit passes.
   * Does not close the source.
   *
   * @throws SourceException when the source is damaged; every event before that was judged
   */
  public void run(EventSource source) throws SourceException {
    List<SourceException> failures = new ArrayList<>();
    run(List.of(source), failures::add);
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  /**
   * Judges the events of several sources, until each has ended, {@link #stop} is called or the time
   * limit passes: recordings one after the other, live sources in turn. Does not close the sources.
   *
   * @param failures told of each source that is damaged or lost; the others go on
   */
  public void run(List<? extends EventSource> sources, Consumer<SourceException> failures) {
    List<SourceRun> runs = new ArrayList<>();
    for (EventSource source : sources) {
      try {
        runs.add(begin(source));
      } catch (SourceException e) {
        failures.accept(e);
      }
    }
    IdlePause pause = new IdlePause();
    runner = Thread.currentThread();
    while (!runs.isEmpty()) {
      int work = 0;
      boolean replaying = false;
      for (Iterator<SourceRun> each = runs.iterator(); each.hasNext(); ) {
        SourceRun run = each.next();
        if (!run.isLive()) {
          if (replaying) {
            continue;
          }
          replaying = true;
        }
        try {
          int delivered = run.poll(stopped);
          if (delivered == EventSource.END) {
            each.remove();
          } else {
            work += delivered;
          }
        } catch (SourceException e) {
          each.remove();
          // A recording that was stopped may well end in the middle.
          if (!stopped || run.isLive()) {
            failures.accept(e);
          }
        }
      }
      pause.after(work);
    }
    runner = null;
  }

  private SourceRun begin(EventSource source) throws SourceException {
    SourceInfo info = source.info();
    if (recorder != null && !info.eventSource().equals(EventSources.SYSCALL)) {
      throw new SourceException(
          info.name(), -1, "is no capture of system calls: its events cannot be recorded");
    }
    // A live source may be silent, so the wall clock ends it and not its events.
    TimeLimit limit = new TimeLimit(info.live() ? 0 : maxSeconds);
    Lane lane = lane(source, limit);
    lanes.add(lane);
    return new SourceRun(source, lane, info.live() ? maxSeconds : 0, this::flush);
  }

  /** Ends {@link #run} soon: live sources deliver what they have taken. Any thread may call. */
  public void stop() {
    stopped = true;
    wake();
  }

  /** Ends a pause of {@link #run}: a source has something to deliver. Any thread may call. */
  public void wake() {
    LockSupport.unpark(runner);
  }

  private Lane lane(EventSource source, TimeLimit limit) {
    LiveMachine live =
        source.info().live() ? new LiveMachine(lookup, source.threads(), staleThreads) : null;
    if (source.info().eventSource().equals(EventSources.K8S_AUDIT)) {
      return new AuditLane(this::judge, limit, warnings, auditPaths());
    }
    SyscallLane lane = new SyscallLane(this::judge, limit, warnings, stateLimits, live, recorder);
    return source.info().filtered() ? lane.filtered() : lane;
  }

  private Runnable judge(String eventSource, Supplier<MatchContext> contexts) {
    return rules.matcher(eventSource, () -> knowing(contexts.get()), this::matched)::match;
  }

  private MatchContext knowing(MatchContext context) {
    context.setConstants(constants);
    return context;
  }

  /** What the rules about audit events and their alerts look at. */
  private JsonPaths auditPaths() {
    Set<FieldRef> fields = new LinkedHashSet<>();
    List<RuleInfo> all = rules.rules();
    for (int i = 0; i < all.size(); i++) {
      if (rules.isActive(i) && all.get(i).source().equals(EventSources.K8S_AUDIT)) {
        fields.addAll(AuditPaths.fields(all.get(i)));
        fields.addAll(alerts.fields(i));
      }
    }
    return AuditPaths.of(fields);
  }

  private void matched(int rule, MatchContext context) {
    Alert alert = alerts.create(rule, context);
    for (AlertSink sink : sinks) {
      try {
        sink.accept(alert);
      } catch (IOException e) {
        unwritten(e);
      }
    }
  }

  private void flush() {
    for (AlertSink sink : sinks) {
      try {
        sink.flush();
      } catch (IOException e) {
        unwritten(e);
      }
    }
  }

  private void unwritten(IOException e) {
    unwritten++;
    if (unwritten == 1) {
      warnings.warning("an alert could not be written: " + e.getMessage(), -1);
    }
  }
}
