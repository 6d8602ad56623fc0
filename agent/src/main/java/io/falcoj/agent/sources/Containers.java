package io.falcoj.agent.sources;

import io.falcoj.agent.config.ContainersConfig;
import io.falcoj.agent.containers.RuntimeSockets;
import io.falcoj.agent.containers.SocketCounters;
import io.falcoj.agent.containers.engine.DescriptionOptions;
import io.falcoj.agent.containers.socket.SocketLimits;
import io.falcoj.runtime.source.containers.ContainerLookup;
import io.falcoj.runtime.source.containers.LookupCounters;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lookup of containers as the agent runs it. */
public final class Containers implements AutoCloseable {
  private final RuntimeSockets sockets;
  private final ContainerLookup lookup;

  private Containers(RuntimeSockets sockets) {
    this.sockets = sockets;
    this.lookup = ContainerLookup.start(sockets);
  }

  /**
   * Begins; nobody is asked before a container is seen.
   *
   * @param variables environment variables, null for one that is not set
   */
  public static Containers start(
      ContainersConfig config, Function<String, @Nullable String> variables) {
    String hostRoot = Objects.requireNonNullElse(variables.apply("HOST_ROOT"), "");
    return new Containers(
        new RuntimeSockets(
            new ContainerPlaces(config, hostRoot),
            new DescriptionOptions(config.labelLength(), config.size()),
            SocketLimits.STANDARD,
            System::nanoTime));
  }

  public ContainerLookup lookup() {
    return lookup;
  }

  public LookupCounters counters() {
    return lookup.counters();
  }

  /** Of each socket that was asked. */
  public List<SocketCounters> sockets() {
    return sockets.counters();
  }

  @Override
  public void close() {
    lookup.close();
    sockets.close();
  }
}
