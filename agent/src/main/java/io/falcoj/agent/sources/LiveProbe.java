package io.falcoj.agent.sources;

import io.falcoj.agent.config.ProbeConfig;
import io.falcoj.probe.capture.BaseCalls;
import io.falcoj.probe.capture.PlanMaker;
import io.falcoj.probe.capture.ProbeCounters;
import io.falcoj.probe.capture.ProbeOptions;
import io.falcoj.probe.capture.ProbeSource;
import io.falcoj.probe.capture.ProbeSupport;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.match.MatchEngine;
import io.falcoj.runtime.output.AlertSink;
import io.falcoj.runtime.output.Notices;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.SourceInfo;
import io.falcoj.runtime.source.ThreadPresence;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The probe as the agent runs it: it tells of what the rules need, and its losses are watched. */
public final class LiveProbe implements EventSource {
  private final ProbeSource source;
  private final DropWatch drops;

  private LiveProbe(ProbeSource source, DropWatch drops) {
    this.source = source;
    this.drops = drops;
  }

  /** Why this machine does not let the probe run; null when it does. */
  public static @Nullable String obstacle() {
    return ProbeSupport.obstacle();
  }

  /**
   * Attaches the probe.
   *
   * @param filters what is left out in the kernel
   * @param alone whether no other live source has to be polled
   * @param sinks take alerts about losses
   * @param warnings what the user should know
   * @throws SourceException when the machine does not let it
   */
  public static LiveProbe open(
      ProbeConfig config,
      MatchEngine rules,
      KernelFilters filters,
      boolean alone,
      List<AlertSink> sinks,
      Consumer<String> warnings)
      throws SourceException {
    PlanMaker.Choice choice = choose(config, rules);
    choice.warnings().forEach(warnings);
    ProbeOptions options =
        new ProbeOptions(
            config.ringBytes(), config.dataBytes(), alone ? ProbeOptions.STANDARD.waitMillis() : 0);
    ProbeSource source = ProbeSource.open(options, choice.plan().with(filters.plan()));
    if (!source.isGuarded()) {
      warnings.accept(
          "paths and addresses that a program changes while a call runs go unseen: that needs"
              + " tracefs, readable at /sys/kernel/tracing");
    }
    DropWatch watch =
        new DropWatch(
            config.drops(),
            source.counters(),
            System.nanoTime(),
            warnings,
            notice -> alert(notice, sinks, warnings));
    return new LiveProbe(source, watch);
  }

  private static PlanMaker.Choice choose(ProbeConfig config, MatchEngine rules) {
    Set<String> names = new TreeSet<>();
    boolean any = false;
    List<RuleInfo> all = rules.rules();
    for (int i = 0; i < all.size(); i++) {
      RuleInfo rule = all.get(i);
      if (rules.isActive(i) && rule.source().equals(EventSources.SYSCALL)) {
        names.addAll(rule.eventTypes());
        any |= rule.eventTypes().isEmpty();
      }
    }
    BaseCalls base = new BaseCalls(config.customSet(), config.repair(), config.all());
    return PlanMaker.choose(names, any, base);
  }

  private static void alert(
      DropWatch.Notice notice, List<AlertSink> sinks, Consumer<String> warnings) {
    for (AlertSink sink : sinks) {
      try {
        sink.accept(
            Notices.alert(
                System.currentTimeMillis() * 1_000_000,
                "Debug",
                DropWatch.RULE,
                notice.message(),
                notice.fields()));
        sink.flush();
      } catch (IOException e) {
        warnings.accept("an alert could not be written: " + e.getMessage());
      }
    }
  }

  @Override
  public SourceInfo info() {
    return source.info();
  }

  @Override
  public int poll(SourceHandler handler) throws SourceException {
    int count = source.poll(handler);
    long now = System.nanoTime();
    if (drops.isTime(now)) {
      drops.look(now, source.counters());
    }
    return count;
  }

  @Override
  public void stop() {
    source.stop();
  }

  @Override
  public ThreadPresence threads() {
    return source.threads();
  }

  /** What became of the events; may be asked for when the source is closed. */
  public ProbeCounters counters() {
    return source.counters();
  }

  /** Seconds in which too many events were lost. */
  public long secondsOfLoss() {
    return drops.detected();
  }

  /** How often something was done about losses. */
  public long actionsOnLoss() {
    return drops.acted();
  }

  @Override
  public void close() {
    source.close();
  }
}
