package io.falcoj.agent.containers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.agent.containers.engine.DescriptionOptions;
import io.falcoj.agent.containers.socket.SocketLimits;
import io.falcoj.runtime.source.containers.ContainerRuntime;
import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All container runtimes of this machine. The one that made the control group is asked first, the
 * others behind it, until one knows the container. Nothing is connected, and no class of a client
 * loaded, before a container is seen and a socket is there.
 */
public final class RuntimeSockets implements ContainerRuntime, AutoCloseable {
  /** Where sockets may be is looked up anew after so long. */
  private static final Duration PLACES_HOLD = Duration.ofSeconds(10);

  private final Supplier<List<SocketPlace>> places;
  private final DescriptionOptions options;
  private final SocketLimits limits;
  private final LongSupplier clock;
  private final Map<SocketPlace, RuntimeSocket> sockets =
      new ConcurrentSkipListMap<>(
          Comparator.comparing(SocketPlace::kind).thenComparing(SocketPlace::path));
  private boolean looked;
  private long lookAgain;

  /**
   * @param places where runtimes may listen; asked now and then, since users come and go
   * @param clock nanoseconds
   */
  public RuntimeSockets(
      Supplier<List<SocketPlace>> places,
      DescriptionOptions options,
      SocketLimits limits,
      LongSupplier clock) {
    this.places = places;
    this.options = options;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public @Nullable String describe(ByteSlice id, ByteSlice cgroups) throws IOException {
    String made = cgroups.toString();
    List<RuntimeSocket> order = new ArrayList<>(present());
    order.sort(Comparator.comparing(socket -> !socket.made(made)));
    IOException failure = null;
    for (RuntimeSocket socket : order) {
      try {
        ObjectNode container = socket.describe(id.toString(), clock.getAsLong());
        if (container != null) {
          ObjectNode root = JsonNodeFactory.instance.objectNode();
          root.set("container", container);
          return root.toString();
        }
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return null;
  }

  private List<RuntimeSocket> present() {
    long now = clock.getAsLong();
    if (!looked || now - lookAgain >= 0) {
      looked = true;
      lookAgain = now + PLACES_HOLD.toNanos();
      for (SocketPlace place : places.get()) {
        sockets.computeIfAbsent(
            place, at -> new RuntimeSocket(at.kind(), at.path(), options, limits));
      }
    }
    return sockets.values().stream().filter(RuntimeSocket::isThere).toList();
  }

  /** Of each socket that was asked. */
  public List<SocketCounters> counters() {
    return sockets.values().stream()
        .map(RuntimeSocket::counters)
        .filter(counters -> counters.asked() > 0)
        .toList();
  }

  @Override
  public void close() {
    sockets.values().forEach(RuntimeSocket::close);
  }
}
