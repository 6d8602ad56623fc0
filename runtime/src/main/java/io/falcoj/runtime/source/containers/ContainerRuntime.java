package io.falcoj.runtime.source.containers;

import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Describes containers: a client of a runtime's socket. Called by one thread, not the events'. */
public interface ContainerRuntime {
  /**
   * Describes a container. May take its time.
   *
   * @param id short id, as {@code container.id} shows it
   * @param cgroups of a process in it, NUL-separated {@code subsystem=path}
   * @return what a container event carries: {@code {"container": {…}}} with the keys of the
   *     container plugin; null when the runtime does not know the container, or not yet
   * @throws IOException when the runtime cannot be asked now
   */
  @Nullable String describe(ByteSlice id, ByteSlice cgroups) throws IOException;
}
