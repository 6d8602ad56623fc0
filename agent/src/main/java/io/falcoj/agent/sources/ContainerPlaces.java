package io.falcoj.agent.sources;

import io.falcoj.agent.config.ContainersConfig;
import io.falcoj.agent.config.ContainersConfig.Engine;
import io.falcoj.agent.containers.SocketPlace;
import io.falcoj.agent.containers.engine.EngineKind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Where container runtimes listen. The usual places are those of Falco's container plugin. */
final class ContainerPlaces implements Supplier<List<SocketPlace>> {
  private static final List<String> DOCKER = List.of("/var/run/docker.sock");
  private static final List<String> PODMAN = List.of("/run/podman/podman.sock");
  private static final List<String> CRI =
      List.of(
          "/run/containerd/containerd.sock",
          "/run/crio/crio.sock",
          "/run/k3s/containerd/containerd.sock",
          "/run/host-containerd/containerd.sock");

  private static final String SCHEME = "unix://";

  /** Below it each user who is logged in has a directory, where Podman without root listens. */
  private static final String USERS = "run/user";

  private final ContainersConfig config;
  private final Path root;

  /**
   * @param hostRoot where the machine's root is mounted when the agent itself runs in a container,
   *     else empty
   */
  ContainerPlaces(ContainersConfig config, String hostRoot) {
    this.config = config;
    this.root = Path.of("/" + hostRoot);
  }

  @Override
  public List<SocketPlace> get() {
    List<SocketPlace> places = new ArrayList<>();
    add(EngineKind.DOCKER, config.docker(), DOCKER, places);
    add(EngineKind.PODMAN, config.podman(), PODMAN, places);
    if (config.podman().enabled() && config.podman().sockets().isEmpty()) {
      addUsers(places);
    }
    add(EngineKind.CRI, config.cri(), CRI, places);
    return places;
  }

  private void add(EngineKind kind, Engine engine, List<String> usual, List<SocketPlace> places) {
    if (engine.enabled()) {
      for (String socket : engine.sockets().isEmpty() ? usual : engine.sockets()) {
        String path = socket.startsWith(SCHEME) ? socket.substring(SCHEME.length()) : socket;
        places.add(new SocketPlace(kind, root.resolve(Path.of("/").relativize(absolute(path)))));
      }
    }
  }

  private static Path absolute(String path) {
    return Path.of(path).toAbsolutePath();
  }

  private void addUsers(List<SocketPlace> places) {
    try (DirectoryStream<Path> users = Files.newDirectoryStream(root.resolve(USERS))) {
      for (Path user : users) {
        Path socket = user.resolve("podman/podman.sock");
        if (Files.exists(socket)) {
          places.add(new SocketPlace(EngineKind.PODMAN, socket));
        }
      }
    } catch (IOException e) {
      // No user is logged in.
    }
  }
}
