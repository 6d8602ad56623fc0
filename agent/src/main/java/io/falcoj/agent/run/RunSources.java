package io.falcoj.agent.run;

import io.falcoj.agent.config.FalcoConfig;
import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.console.VersionText;
import io.falcoj.agent.sources.KernelFilters;
import io.falcoj.agent.sources.LiveProbe;
import io.falcoj.agent.sources.LiveSources;
import io.falcoj.agent.sources.Recordings;
import io.falcoj.agent.sources.StandardInput;
import io.falcoj.agent.webhook.AuditWebhook;
import io.falcoj.runtime.engine.Engine;
import io.falcoj.runtime.output.AlertSink;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run judges: first recordings, one after the other, then live sources together.
 *
 * <p>As with Falco, recordings that the command line names take the place of the sources of {@code
 * plugins}.
 */
final class RunSources {
  private static final String SHIPPED_CAPTURE = "captures/first-look.scap.gz";

  private final Console console;
  private final FalcoConfig settings;
  private final List<String> named;
  private final StandardInput input;
  private final Warnings warnings;
  private final List<AlertSink> sinks;
  private final KernelFilters filters;
  private final boolean machine;
  private List<AuditWebhook> webhooks = List.of();
  private @Nullable LiveProbe probe;
  private boolean failed;

  /**
   * @param named recordings that the command line names
   * @param live whether the command line asks for this machine
   * @param filters what is left out of the system calls of this machine
   * @param sinks take alerts about the probe itself
   */
  RunSources(
      Console console,
      FalcoConfig settings,
      List<String> named,
      boolean live,
      KernelFilters filters,
      Warnings warnings,
      List<AlertSink> sinks) {
    this.console = console;
    this.warnings = warnings;
    this.settings = named.isEmpty() ? settings : settings.withoutPlugins();
    this.named = named;
    this.input = new StandardInput(console.in());
    this.sinks = sinks;
    this.filters = filters;
    this.machine = live || judgesMachine();
  }

  /** This machine is judged when the configuration says so, or when nothing else is there. */
  private boolean judgesMachine() {
    boolean wanted = settings.probe().wanted() && named.isEmpty();
    boolean nothingElse =
        named.isEmpty()
            && settings.replayFile().isEmpty()
            && settings.audit().recordings().isEmpty()
            && !settings.audit().isLive();
    return wanted || (nothingElse && !settings.probe().unwanted() && LiveProbe.obstacle() == null);
  }

  boolean judgesThisMachine() {
    return machine;
  }

  boolean isLive() {
    return machine || settings.audit().isLive();
  }

  /** Fails when there is nothing to judge. */
  List<String> recordings() throws CommandException {
    List<String> names = new ArrayList<>(named);
    if (names.isEmpty() && !settings.replayFile().isEmpty()) {
      names.add(settings.replayFile());
    }
    try {
      List<String> files = Recordings.expand(names);
      for (String log : settings.audit().recordings()) {
        Path path = Path.of(log);
        files.addAll(Files.isDirectory(path) ? Recordings.inDirectory(path) : List.of(log));
      }
      return files.isEmpty() && !isLive() ? List.of(shipped()) : files;
    } catch (SourceException e) {
      throw new CommandException(ExitCode.SOURCE, e.sourceName() + ": " + e.getMessage());
    }
  }

  private String shipped() throws CommandException {
    Path home = console.home();
    Path shipped = home == null ? null : home.resolve(SHIPPED_CAPTURE);
    if (shipped == null || !Files.exists(shipped)) {
      throw new CommandException(
          ExitCode.USAGE, "nothing to judge: name a capture or audit log with -e FILE");
    }
    String obstacle = LiveProbe.obstacle();
    console.say("no source given, and this machine cannot be watched: " + why(obstacle) + ";");
    console.say("replaying the capture that comes with FalcoJ: " + shipped);
    return shipped.toString();
  }

  private static String why(@Nullable String obstacle) {
    return obstacle == null ? "`engine.kind` rules it out" : obstacle;
  }

  /** Judges everything; returns whether a source failed. */
  boolean judge(Engine engine, List<String> recordings, Shutdown shutdown) {
    shutdown.begin(
        () -> {
          engine.stop();
          input.stop();
        });
    Recordings opener = new Recordings(settings.audit().limits(), input);
    for (String recording : recordings) {
      try (EventSource source = opener.open(recording)) {
        engine.run(source);
      } catch (SourceException e) {
        fail(e);
      }
    }
    if (isLive()) {
      judgeLive(engine);
    }
    return failed;
  }

  private void judgeLive(Engine engine) {
    LiveSources.Surroundings surroundings =
        new LiveSources.Surroundings(console.variables(), VersionText.all());
    try (LiveSources live =
        LiveSources.open(
            settings.audit(), surroundings, engine::wake, m -> warnings.warning(m, -1))) {
      webhooks = live.webhooks();
      webhooks.forEach(webhook -> console.say("listening for audit events at " + webhook.url()));
      if (machine) {
        boolean alone = live.all().isEmpty();
        probe =
            LiveProbe.open(
                settings.probe(),
                engine.rules(),
                filters,
                alone,
                sinks,
                m -> warnings.warning(m, -1));
        live.add(probe);
        console.say("watching the system calls of this machine");
      }
      engine.run(live.all(), this::fail);
    } catch (SourceException e) {
      fail(e);
    }
  }

  /** Webhooks that were open. */
  List<AuditWebhook> webhooks() {
    return webhooks;
  }

  /** The probe, if it was attached. */
  @Nullable LiveProbe probe() {
    return probe;
  }

  private void fail(SourceException e) {
    failed = true;
    console.out().flush();
    console.fail(e.describe());
  }
}
