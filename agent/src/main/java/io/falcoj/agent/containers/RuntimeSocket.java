package io.falcoj.agent.containers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.agent.containers.engine.ContainerEngine;
import io.falcoj.agent.containers.engine.DescriptionOptions;
import io.falcoj.agent.containers.engine.EngineKind;
import io.falcoj.agent.containers.socket.SocketLimits;
import io.falcoj.agent.containers.socket.SocketTimeoutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One runtime. Who does not answer in time is left alone for a while, so that it does not hold up
 * the questions to others. Used by one thread; the counters may be read by any.
 */
final class RuntimeSocket implements AutoCloseable {
  static final Duration REST = Duration.ofSeconds(10);

  private final EngineKind kind;
  private final Path path;
  private final DescriptionOptions options;
  private final SocketLimits limits;
  private volatile @Nullable ContainerEngine engine;
  private boolean resting;
  private long restsUntil;
  private volatile SocketCounters counters;

  RuntimeSocket(EngineKind kind, Path path, DescriptionOptions options, SocketLimits limits) {
    this.kind = kind;
    this.path = path;
    this.options = options;
    this.limits = limits;
    String name = kind.name().toLowerCase(Locale.ROOT) + " " + path;
    this.counters = new SocketCounters(name, 0, 0, 0, 0, 0, 0);
  }

  /** Whether there is a socket; without one there is no runtime to ask. */
  boolean isThere() {
    return Files.exists(path);
  }

  boolean made(String cgroups) {
    return kind.made(cgroups);
  }

  /**
   * Asks about a container.
   *
   * @param now nanoseconds of any clock
   * @return null when the runtime does not know it
   */
  @Nullable ObjectNode describe(String id, long now) throws IOException {
    SocketCounters c = counters;
    if (resting && now - restsUntil < 0) {
      counters =
          new SocketCounters(
              c.socket(),
              c.asked(),
              c.answered(),
              c.unknown(),
              c.failed(),
              c.timedOut(),
              c.spared() + 1);
      throw new IOException(path + ": did not answer shortly before");
    }
    resting = false;
    int answered = 0;
    int unknown = 0;
    int timedOut = 0;
    try {
      ObjectNode container = engine().describe(id);
      answered = container == null ? 0 : 1;
      unknown = 1 - answered;
      return container;
    } catch (SocketTimeoutException e) {
      timedOut = 1;
      resting = true;
      restsUntil = now + limits.timeout().toNanos() + REST.toNanos();
      throw e;
    } finally {
      counters =
          new SocketCounters(
              c.socket(),
              c.asked() + 1,
              c.answered() + answered,
              c.unknown() + unknown,
              c.failed() + 1 - answered - unknown - timedOut,
              c.timedOut() + timedOut,
              c.spared());
    }
  }

  private ContainerEngine engine() {
    ContainerEngine open = engine;
    if (open == null) {
      open = kind.open(path, options, limits);
      engine = open;
    }
    return open;
  }

  SocketCounters counters() {
    return counters;
  }

  @Override
  public void close() {
    ContainerEngine open = engine;
    if (open != null) {
      open.close();
    }
  }
}
