package io.falcoj.agent.sources;

import io.falcoj.agent.config.AuditConfig;
import io.falcoj.agent.webhook.AuditWebhook;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.follow.AuditFollowSource;
import io.falcoj.runtime.source.follow.FollowOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sources that go on until they are stopped. */
public final class LiveSources implements AutoCloseable {
  /**
   * What sources know of the process.
   *
   * @param variables environment variables, null for one that is not set
   * @param versions of the program and its parts
   */
  public record Surroundings(
      Function<String, @Nullable String> variables, Map<String, String> versions) {}

  private final List<EventSource> all = new ArrayList<>();
  private final List<AuditWebhook> webhooks = new ArrayList<>();

  private LiveSources() {}

  /**
   * Opens what the configuration names.
   *
   * @param surroundings of the process
   * @param wake told when a source has something; any thread calls it
   * @param warnings what the user should know; any thread calls it
   * @throws SourceException when a source cannot be opened; none is open then
   */
  public static LiveSources open(
      AuditConfig config, Surroundings surroundings, Runnable wake, Consumer<String> warnings)
      throws SourceException {
    LiveSources sources = new LiveSources();
    try {
      for (AuditConfig.Listener listener : config.listeners()) {
        AuditWebhook webhook =
            AuditWebhook.start(listener, surroundings.versions(), wake, warnings);
        sources.webhooks.add(webhook);
        sources.all.add(webhook.source());
      }
      if (!config.followed().isEmpty()) {
        sources.all.add(AuditFollowSource.open(followOptions(config, surroundings.variables())));
      }
      return sources;
    } catch (SourceException e) {
      sources.close();
      throw e;
    }
  }

  private static FollowOptions followOptions(
      AuditConfig config, Function<String, @Nullable String> variables) {
    Path state =
        config.stateFile().isEmpty()
            ? StatePlace.find(
                variables, System.getProperty("user.name", ""), System.getProperty("user.home", ""))
            : Path.of(config.stateFile());
    List<FollowOptions.Log> logs =
        config.followed().stream()
            .map(log -> new FollowOptions.Log(log.path(), log.fromPlugin()))
            .toList();
    AuditConfig.Limits limits = config.limits();
    return FollowOptions.of(logs, state, Recordings.auditOptions(limits), limits.bodyBytes());
  }

  /** Adds another one, which is closed with the others. */
  public void add(EventSource source) {
    all.add(source);
  }

  public List<EventSource> all() {
    return List.copyOf(all);
  }

  public List<AuditWebhook> webhooks() {
    return List.copyOf(webhooks);
  }

  @Override
  public void close() {
    webhooks.forEach(AuditWebhook::close);
    all.forEach(EventSource::close);
  }
}
