package io.falcoj.agent.containers.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A container runtime behind one socket. Used by one thread. */
public interface ContainerEngine extends AutoCloseable {
  /**
   * Describes a container.
   *
   * @param id its first digits
   * @return what {@code container} of a container event holds; null when there is no such container
   * @throws IOException when the runtime cannot be asked now, or answers nonsense
   */
  @Nullable ObjectNode describe(String id) throws IOException;

  @Override
  void close();
}
