package io.falcoj.runtime.engine;

import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.output.AlertSink;
import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.output.OutputOptions;
import io.falcoj.runtime.source.containers.ContainerLookup;
import io.falcoj.runtime.source.scap.ScapWriter;
import io.falcoj.runtime.state.limits.StateLimits;
import io.falcoj.runtime.state.live.StaleThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts an engine together. */
public final class EngineBuilder {
  final List<Bundle> bundles = new ArrayList<>();
  final List<AlertSink> sinks = new ArrayList<>();
  MatchOptions matching = MatchOptions.standard();
  OutputOptions output = OutputOptions.standard("");
  WarningListener warnings = (message, offset) -> {};
  Map<String, String> constants = Map.of();
  @Nullable Recorder recorder;
  @Nullable ContainerLookup lookup;
  StateLimits stateLimits = StateLimits.STANDARD;
  StaleThreads staleThreads = StaleThreads.STANDARD;
  long maxSeconds;

  EngineBuilder() {}

  /** Adds a bundle; its rules judge behind those of bundles added before. */
  public EngineBuilder bundle(Bundle bundle) {
    bundles.add(bundle);
    return this;
  }

  /** Adds a place for alerts. */
  public EngineBuilder sink(AlertSink sink) {
    sinks.add(sink);
    return this;
  }

  public EngineBuilder matching(MatchOptions options) {
    this.matching = options;
    return this;
  }

  public EngineBuilder output(OutputOptions options) {
    this.output = options;
    return this;
  }

  /** Sets who hears of what was left out. */
  public EngineBuilder warnings(WarningListener listener) {
    this.warnings = listener;
    return this;
  }

  /** Sets how much is kept of processes, descriptors, users and containers. */
  public EngineBuilder stateLimits(StateLimits limits) {
    this.stateLimits = limits;
    return this;
  }

  /** Sets when threads of a live machine are forgotten whose end was missed. */
  public EngineBuilder staleThreads(StaleThreads when) {
    this.staleThreads = when;
    return this;
  }

  /** Sets the values of {@code static.KEY}, by key. */
  public EngineBuilder constants(Map<String, String> values) {
    this.constants = Map.copyOf(values);
    return this;
  }

  /**
   * Asks about containers of which a live source gives only the id; recordings carry what there is
   * to know. The lookup stays open.
   */
  public EngineBuilder containers(ContainerLookup containers) {
    this.lookup = containers;
    return this;
  }

  /** Ends a source when its events are so much later than its first; 0 for no limit. */
  public EngineBuilder maxSeconds(long seconds) {
    this.maxSeconds = seconds;
    return this;
  }

  /**
   * Writes the events of captures to another capture, with the processes, descriptors and users
   * that existed when each began. The writer stays open; writing may throw {@link
   * java.io.UncheckedIOException}, through {@link Engine#run} too.
   *
   * @param filter a bundle one of whose rules has to match an event for it to be written; null
   *     writes all. Events that change what the written ones show are written as well, marked as
   *     being for state only
   */
  public EngineBuilder record(ScapWriter writer, @Nullable Bundle filter) {
    this.recorder = new Recorder(writer, filter);
    return this;
  }

  /**
   * The engine.
   *
   * @throws OutputException when the output of a rule, or what is appended, is no template
   */
  public Engine build() throws OutputException {
    return new Engine(this);
  }
}
