package io.falcoj.agent.cli;

import io.falcoj.agent.config.FalcoConfig;
import io.falcoj.agent.sinks.FileSink;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.engine.Engine;
import io.falcoj.runtime.engine.EngineBuilder;
import io.falcoj.runtime.engine.EngineCounters;
import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.output.AlertFormat;
import io.falcoj.runtime.output.AlertSink;
import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.output.OutputOptions;
import io.falcoj.runtime.output.StreamSink;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.scap.ScapWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run: rules, sources, alerts, summary. */
final class Session {
  private static final String SHIPPED_CAPTURE = "captures/first-look.scap.gz";

  private final Console console;
  private final FalcoConfig settings;
  private final RuleSources rules;
  private final RecordOptions recording;
  private final List<AlertSink> sinks = new ArrayList<>();

  Session(Console console, FalcoConfig settings, RuleSources rules, RecordOptions recording) {
    this.console = console;
    this.settings = settings;
    this.rules = rules;
    this.recording = recording;
  }

  /**
   * Judges recordings one after the other.
   *
   * @param replays files, or {@code -}; when empty that of the configuration, or the shipped one
   * @return exit code
   */
  int run(List<String> replays, long maxSeconds, boolean dryRun, boolean stats)
      throws CommandException {
    List<Bundle> bundles = rules.load();
    List<String> recordings = recordings(replays);
    EngineBuilder builder = builder(bundles, maxSeconds);
    Path file = recording.file();
    Bundle filter = recording.filter(console);
    if (dryRun || file == null) {
      return judge(engine(builder), recordings, dryRun, stats);
    }
    try (ScapWriter writer = RecordOptions.create(file)) {
      int code = judge(engine(builder.record(writer, filter)), recordings, false, stats);
      writer.flush();
      console.say("recorded " + writer.events() + " events in " + file);
      return code;
    } catch (UncheckedIOException e) {
      console.out().flush();
      throw new CommandException(ExitCode.SOURCE, file + ": cannot be written: " + e.getMessage());
    }
  }

  private int judge(Engine engine, List<String> recordings, boolean dryRun, boolean stats) {
    if (dryRun) {
      console.say("dry run: rules and configuration are valid; nothing was judged");
      return ExitCode.OK;
    }
    Thread interrupted = new Thread(engine::stop);
    Runtime.getRuntime().addShutdownHook(interrupted);
    boolean failed = false;
    try {
      for (String recording : recordings) {
        failed |= !judge(engine, recording);
      }
    } finally {
      release(interrupted);
    }
    closeSinks();
    new Summary(engine).print(console, stats);
    return failed ? ExitCode.SOURCE : ExitCode.OK;
  }

  private boolean judge(Engine engine, String recording) {
    try (EventSource source =
        recording.equals("-")
            ? ReplaySources.open("standard input", console.in())
            : ReplaySources.open(Path.of(recording))) {
      engine.run(source);
      return true;
    } catch (SourceException e) {
      console.out().flush();
      String at = e.offset() < 0 ? "" : " (at byte " + e.offset() + ")";
      console.fail(e.sourceName() + ": " + e.getMessage() + at);
      return false;
    }
  }

  private List<String> recordings(List<String> replays) throws CommandException {
    if (!replays.isEmpty()) {
      return replays;
    }
    if (!settings.replayFile().isEmpty()) {
      return List.of(settings.replayFile());
    }
    Path home = console.home();
    Path shipped = home == null ? null : home.resolve(SHIPPED_CAPTURE);
    if (shipped == null || !Files.exists(shipped)) {
      throw new CommandException(
          ExitCode.USAGE, "nothing to judge: name a capture or audit log with -e FILE");
    }
    console.say("no source given, and live capture is not part of this version yet;");
    console.say("replaying the capture that comes with FalcoJ: " + shipped);
    return List.of(shipped.toString());
  }

  private EngineBuilder builder(List<Bundle> bundles, long maxSeconds) throws CommandException {
    OutputOptions output = outputOptions();
    EngineBuilder builder =
        Engine.builder()
            .matching(
                new MatchOptions(settings.allMatches(), settings.priority(), settings.rules()))
            .output(output)
            .warnings(this::warn)
            .maxSeconds(maxSeconds);
    bundles.forEach(builder::bundle);
    addSinks(AlertFormat.of(output));
    sinks.forEach(builder::sink);
    return builder;
  }

  private static Engine engine(EngineBuilder builder) throws CommandException {
    try {
      return builder.build();
    } catch (OutputException e) {
      throw new CommandException(ExitCode.INVALID, e.getMessage());
    }
  }

  private void addSinks(AlertFormat format) {
    if (!settings.fileOutput().isEmpty()) {
      sinks.add(
          new FileSink(
              Path.of(settings.fileOutput()),
              format,
              settings.fileKeepAlive(),
              settings.buffered()));
    }
    if (settings.stdout()) {
      sinks.add(new StreamSink(console.out(), format, settings.buffered()));
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

  private void warn(String message, long offset) {
    console.warn(offset < 0 ? message : message + " (at byte " + offset + ")");
  }

  private void closeSinks() {
    for (AlertSink sink : sinks) {
      try {
        sink.close();
      } catch (IOException e) {
        console.warn("alerts could not be written: " + e.getMessage());
      }
    }
  }

  private static void release(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already; the hook has run.
    }
  }

  /** Counters and matches at the end of a run. */
  private record Summary(Engine engine) {
    void print(Console console, boolean stats) {
      engine.stats().summary().forEach(console::say);
      EngineCounters counters = engine.counters();
      if (counters.refused() > 0) {
        console.warn(counters.refused() + " events could not be decoded and were not judged");
      }
      if (counters.unwritten() > 0) {
        console.warn(counters.unwritten() + " alerts could not be written");
      }
      if (stats) {
        console.say("events delivered: " + counters.events());
        console.say("events judged: " + counters.judged());
        console.say("events refused: " + counters.refused());
      }
    }
  }
}
