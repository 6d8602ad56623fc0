package io.falcoj.agent.config;

import java.util.List;

/**
 * Which container runtimes are asked about containers, and for what.
 *
 * @param labelLength most characters of a label's value
 * @param size whether the size of containers is asked for
 */
public record ContainersConfig(
    Engine docker, Engine podman, Engine cri, int labelLength, boolean size) {
  /**
   * A kind of runtime.
   *
   * @param sockets paths; empty for the usual ones
   */
  public record Engine(boolean enabled, List<String> sockets) {
    public Engine {
      sockets = List.copyOf(sockets);
    }
  }

  /** Nobody is asked. */
  static ContainersConfig none(int labelLength) {
    Engine off = new Engine(false, List.of());
    return new ContainersConfig(off, off, off, labelLength, false);
  }

  public boolean any() {
    return docker.enabled() || podman.enabled() || cri.enabled();
  }
}
