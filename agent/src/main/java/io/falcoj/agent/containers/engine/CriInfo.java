package io.falcoj.agent.containers.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.falcoj.agent.containers.socket.Message;
import java.io.IOException;
import java.util.List;

/** What a runtime adds to its answer when it is asked for everything: a JSON text of its own. */
final class CriInfo {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int INFO = 2;

  /** Where runtimes say whether a container is privileged; the first that is there counts. */
  private static final List<String> PRIVILEGED =
      List.of(
          "/runtimeSpec/linux/security_context/privileged",
          "/config/linux/security_context/privileged",
          "/privileged");

  private CriInfo() {}

  /**
   * The document, an empty one when there is none.
   *
   * @param answer to a question about a container or a sandbox
   */
  static JsonNode of(Message answer) throws IOException {
    String json = answer.texts(INFO).getOrDefault("info", "");
    try {
      return json.isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  static boolean privileged(JsonNode info) {
    for (String path : PRIVILEGED) {
      if (info.at(path).isBoolean()) {
        return info.at(path).booleanValue();
      }
    }
    return false;
  }

  static String annotation(JsonNode info, String key) {
    return info.path("runtimeSpec").path("annotations").path(key).asText();
  }
}
