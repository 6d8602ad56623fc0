package io.falcoj.agent.containers.engine;

import io.falcoj.agent.containers.socket.SocketLimits;
import java.nio.file.Path;
import java.util.List;

/** Kinds of runtimes, in the order in which they are asked. */
public enum EngineKind {
  DOCKER(List.of("/docker")) {
    @Override
    public ContainerEngine open(Path socket, DescriptionOptions options, SocketLimits limits) {
      return new DockerEngine(socket, options, limits);
    }
  },
  PODMAN(List.of("libpod")) {
    @Override
    public ContainerEngine open(Path socket, DescriptionOptions options, SocketLimits limits) {
      return new PodmanEngine(socket, options, limits);
    }
  },
  CRI(List.of("cri-containerd", "crio", "kubepods")) {
    @Override
    public ContainerEngine open(Path socket, DescriptionOptions options, SocketLimits limits) {
      return new CriEngine(socket, options, limits);
    }
  };

  private final List<String> marks;

  EngineKind(List<String> marks) {
    this.marks = marks;
  }

  /** Whether paths of control groups look like those that the runtime makes. */
  public boolean made(String cgroups) {
    return marks.stream().anyMatch(cgroups::contains);
  }

  /** A client; it connects when it is used. */
  public abstract ContainerEngine open(
      Path socket, DescriptionOptions options, SocketLimits limits);
}
