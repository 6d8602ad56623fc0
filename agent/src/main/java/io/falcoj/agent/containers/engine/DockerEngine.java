package io.falcoj.agent.containers.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.agent.containers.socket.JsonOverHttp;
import io.falcoj.agent.containers.socket.RefusedException;
import io.falcoj.agent.containers.socket.SocketLimits;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Docker's API. Of the image, the container knows only what it was called when it was made; the
 * rest is asked for. Upstream: {@code go-worker/pkg/container/docker.go} of the container plugin.
 */
final class DockerEngine implements ContainerEngine {
  private static final int TYPE = 0;
  private static final String OTHER_CONTAINER = "container:";
  private static final String DIGEST_KIND = "sha256:";

  private final JsonOverHttp http;
  private final DescriptionOptions options;

  DockerEngine(Path socket, DescriptionOptions options, SocketLimits limits) {
    this.http = new JsonOverHttp(socket, limits);
    this.options = options;
  }

  @Override
  public @Nullable ObjectNode describe(String id) throws IOException {
    JsonNode answer = inspect(id, options.size());
    if (answer == null) {
      return null;
    }
    String name = answer.path("Config").path("Image").asText();
    Image image = image(answer.path("Image").asText());
    return Inspected.describe(TYPE, answer, options)
        .image(name, image.id, image.name, image.digest)
        .text("ip", address(answer))
        .end();
  }

  private @Nullable JsonNode inspect(String id, boolean size) throws IOException {
    return http.get("/containers/" + id + "/json" + (size ? "?size=1" : ""));
  }

  /** Its own, or that of the container whose network it shares. */
  private String address(JsonNode answer) throws IOException {
    String address = Inspected.address(answer);
    String network = answer.path("HostConfig").path("NetworkMode").asText();
    if (!address.isEmpty() || !network.startsWith(OTHER_CONTAINER)) {
      return address;
    }
    JsonNode other = inspect(network.substring(OTHER_CONTAINER.length()), false);
    return other == null ? "" : Inspected.address(other);
  }

  private record Image(String id, ImageName name, String digest) {}

  private Image image(String id) throws IOException {
    JsonNode image = inspectImage(id);
    if (image == null) {
      return new Image("", new ImageName("", ""), "");
    }
    String repository = "";
    String digest = "";
    for (JsonNode reference : image.path("RepoDigests")) {
      String[] parts = reference.asText().split("@", -1);
      if (parts.length == 2) {
        repository = parts[0];
        digest = parts[1];
        break;
      }
    }
    String tag = "";
    for (JsonNode reference : image.path("RepoTags")) {
      ImageName name = ImageName.of(reference.asText());
      if (!name.tag().isEmpty()
          && (repository.isEmpty() || reference.asText().contains(repository))) {
        repository = repository.isEmpty() ? name.repository() : repository;
        tag = name.tag();
        break;
      }
    }
    String full = image.path("Id").asText();
    String bare = full.startsWith(DIGEST_KIND) ? full.substring(DIGEST_KIND.length()) : full;
    return new Image(bare, new ImageName(repository, tag), digest);
  }

  /** Null for one that the server does not tell of: the container is worth telling without. */
  private @Nullable JsonNode inspectImage(String id) throws IOException {
    try {
      return id.isEmpty() ? null : http.get("/images/" + id + "/json");
    } catch (RefusedException e) {
      return null;
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
