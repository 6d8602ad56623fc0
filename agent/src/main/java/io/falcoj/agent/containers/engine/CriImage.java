package io.falcoj.agent.containers.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.agent.containers.socket.Message;
import java.io.IOException;
import java.util.List;

/**
 * Finds name, tag, digest and id of a container's image in what runtimes tell in different places.
 */
final class CriImage {
  private static final int IMAGE = 8;
  private static final int IMAGE_REFERENCE = 9;
  private static final int IMAGE_ID = 17;
  private static final String DIGEST = "sha256:";
  private static final List<String> NAME_ANNOTATIONS =
      List.of(
          "io.kubernetes.cri.image-name",
          "io.kubernetes.cri-o.Image",
          "io.kubernetes.cri-o.ImageName");

  private CriImage() {}

  static void describe(Message status, JsonNode info, Description description) throws IOException {
    String asked = status.message(IMAGE).text(1);
    String reference = status.text(IMAGE_REFERENCE);
    int digestAt = reference.indexOf(DIGEST);
    boolean named = digestAt > 0 && reference.charAt(digestAt - 1) == '@';
    String digest = named || digestAt == 0 ? reference.substring(digestAt) : "";
    String name = named ? reference.substring(0, digestAt - 1) : asked;
    if (name.isEmpty() || name.startsWith("sha256")) {
      String annotated = annotated(info);
      if (!annotated.isEmpty()) {
        name = annotated;
        named = false;
      }
    }
    ImageName parts = ImageName.of(name);
    String tag = named ? ImageName.of(asked).tag() : "";
    if (!tag.isEmpty()) {
      parts = new ImageName(parts.repository(), tag);
      name += ":" + tag;
    }
    String id = ImageName.of(info.at("/config/image/image").asText()).tag();
    description.image(name, id.isEmpty() ? status.text(IMAGE_ID) : id, parts, digest);
  }

  private static String annotated(JsonNode info) {
    return NAME_ANNOTATIONS.stream()
        .map(key -> CriInfo.annotation(info, key))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }
}
