package io.falcoj.agent.containers.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.agent.containers.socket.JsonOverHttp;
import io.falcoj.agent.containers.socket.SocketLimits;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Podman's own API, which also tells the image. Upstream: {@code go-worker/pkg/container/podman.go}
 * of the container plugin, which needs version 4, too.
 */
final class PodmanEngine implements ContainerEngine {
  private static final int TYPE = 11;

  private final JsonOverHttp http;
  private final DescriptionOptions options;

  PodmanEngine(Path socket, DescriptionOptions options, SocketLimits limits) {
    this.http = new JsonOverHttp(socket, limits);
    this.options = options;
  }

  @Override
  public @Nullable ObjectNode describe(String id) throws IOException {
    JsonNode answer =
        http.get(
            "/v4.0.0/libpod/containers/" + id + "/json" + (options.size() ? "?size=true" : ""));
    if (answer == null) {
      return null;
    }
    String image = answer.path("ImageName").asText();
    return Inspected.describe(TYPE, answer, options)
        .image(
            image,
            answer.path("Image").asText(),
            ImageName.of(image),
            answer.path("ImageDigest").asText())
        .text("ip", Inspected.address(answer))
        .end();
  }

  @Override
  public void close() {
    http.close();
  }
}
