package io.falcoj.runtime.engine;

import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.output.AlertSink;
import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.output.OutputOptions;
import java.util.ArrayList;
import java.util.List;

/** Puts an engine together. */
public final class EngineBuilder {
  final List<Bundle> bundles = new ArrayList<>();
  final List<AlertSink> sinks = new ArrayList<>();
  MatchOptions matching = MatchOptions.standard();
  OutputOptions output = OutputOptions.standard("");
  WarningListener warnings = (message, offset) -> {};
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

  /** Ends a source when its events are so much later than its first; 0 for no limit. */
  public EngineBuilder maxSeconds(long seconds) {
    this.maxSeconds = seconds;
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
