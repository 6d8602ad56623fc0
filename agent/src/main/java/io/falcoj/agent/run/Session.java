package io.falcoj.agent.run;

import io.falcoj.agent.config.FalcoConfig;
import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.rules.RuleSources;
import io.falcoj.agent.sources.Containers;
import io.falcoj.agent.sources.KernelFilters;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.engine.Engine;
import io.falcoj.runtime.engine.EngineBuilder;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.output.AlertFormat;
import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.output.OutputOptions;
import io.falcoj.runtime.source.scap.ScapWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run: rules, sources, alerts, summary. */
public final class Session {
  private final Console console;
  private final FalcoConfig settings;
  private final RuleSources rules;
  private final Recording recording;
  private final Shutdown shutdown;
  private final AlertSinks sinks;
  private final Warnings warnings;

  public Session(
      Console console,
      FalcoConfig settings,
      RuleSources rules,
      Recording recording,
      Shutdown shutdown) {
    this.console = console;
    this.settings = settings;
    this.rules = rules;
    this.recording = recording;
    this.shutdown = shutdown;
    this.sinks = new AlertSinks(settings, AlertFormat.of(outputOptions()), console);
    this.warnings = new Warnings(console);
  }

  /**
   * Judges recordings one after the other, then live sources.
   *
   * @param named recordings: files, or {@code -}
   * @param live whether this machine is to be judged in any case
   * @return exit code
   */
  public int run(List<String> named, boolean live, long maxSeconds, boolean dryRun, boolean stats)
      throws CommandException {
    List<Bundle> bundles = rules.load();
    KernelFilters filters = KernelFilters.of(bundles, settings, recording.file() != null);
    RunSources sources =
        new RunSources(console, settings, named, live, filters, warnings, sinks.all());
    List<String> recordings = sources.recordings();
    EngineBuilder builder = builder(bundles, maxSeconds);
    if (dryRun) {
      recording.filter(console);
      engine(builder);
      console.say("dry run: rules and configuration are valid; nothing was judged");
      return ExitCode.OK;
    }
    if (!sources.judgesThisMachine() || !settings.containers().any()) {
      return judge(builder, sources, recordings, null, stats);
    }
    try (Containers containers = Containers.start(settings.containers(), console.variables())) {
      builder.containers(containers.lookup());
      return judge(builder, sources, recordings, containers, stats);
    }
  }

  private int judge(
      EngineBuilder builder,
      RunSources sources,
      List<String> recordings,
      @Nullable Containers containers,
      boolean stats)
      throws CommandException {
    Path file = recording.file();
    Bundle filter = recording.filter(console);
    if (file == null) {
      return judge(engine(builder), sources, recordings, containers, stats);
    }
    try (ScapWriter writer = Recording.create(file)) {
      int code =
          judge(engine(builder.record(writer, filter)), sources, recordings, containers, stats);
      writer.flush();
      console.say("recorded " + writer.events() + " events in " + file);
      return code;
    } catch (UncheckedIOException e) {
      console.out().flush();
      throw new CommandException(ExitCode.SOURCE, file + ": cannot be written: " + e.getMessage());
    }
  }

  private int judge(
      Engine engine,
      RunSources sources,
      List<String> recordings,
      @Nullable Containers containers,
      boolean stats) {
    if (sources.isLive()) {
      warnings.limit();
    }
    boolean failed = sources.judge(engine, recordings, shutdown);
    sinks.close();
    warnings.tellHidden();
    Summary.print(engine, sources, containers, console, stats);
    return failed ? ExitCode.SOURCE : ExitCode.OK;
  }

  private EngineBuilder builder(List<Bundle> bundles, long maxSeconds) {
    EngineBuilder builder =
        Engine.builder()
            .matching(
                new MatchOptions(settings.allMatches(), settings.priority(), settings.rules()))
            .output(outputOptions())
            .warnings(warnings)
            .stateLimits(settings.stateLimits())
            .staleThreads(settings.staleThreads())
            .constants(settings.constants())
            .maxSeconds(maxSeconds);
    bundles.forEach(builder::bundle);
    sinks.all().forEach(builder::sink);
    return builder;
  }

  private static Engine engine(EngineBuilder builder) throws CommandException {
    try {
      return builder.build();
    } catch (OutputException e) {
      throw new CommandException(ExitCode.INVALID, e.getMessage());
    }
  }

  private OutputOptions outputOptions() {
    return new OutputOptions(
        settings.json(),
        settings.includeOutput(),
        settings.includeFields(),
        settings.includeTags(),
        settings.includeMessage(),
        settings.iso8601(),
        settings.base64Buffers(),
        settings.json() ? Hostname.find(console.variables()) : "",
        settings.appendOutput());
  }
}
