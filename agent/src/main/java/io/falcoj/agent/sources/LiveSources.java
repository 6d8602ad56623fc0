package io.falcoj.agent.sources;

import io.falcoj.agent.config.AuditConfig;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.follow.AuditFollowSource;
import io.falcoj.runtime.source.follow.FollowOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sources that go on until they are stopped. */
public final class LiveSources implements AutoCloseable {
  private final List<EventSource> all = new ArrayList<>();

  private LiveSources() {}

  /**
   * Opens what the configuration names.
   *
   * @param variables environment variables, null for one that is not set
   * @throws SourceException when a source cannot be opened; none is open then
   */
  public static LiveSources open(AuditConfig config, Function<String, @Nullable String> variables)
      throws SourceException {
    LiveSources sources = new LiveSources();
    try {
      if (!config.followed().isEmpty()) {
        sources.all.add(AuditFollowSource.open(followOptions(config, variables)));
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

  public List<EventSource> all() {
    return List.copyOf(all);
  }

  @Override
  public void close() {
    all.forEach(EventSource::close);
  }
}
