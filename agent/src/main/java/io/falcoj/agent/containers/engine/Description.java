package io.falcoj.agent.containers.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Puts together what a container event carries. Keys are those of {@code
 * go-worker/pkg/event/event.go} of the container plugin; what is left out counts as empty there.
 */
final class Description {
  private static final int SHORT_ID = 12;

  private final ObjectNode container = JsonNodeFactory.instance.objectNode();
  private final DescriptionOptions options;

  /**
   * Begins a description.
   *
   * @param type number of {@code container_type}
   */
  Description(int type, String fullId, DescriptionOptions options) {
    this.options = options;
    container.put("type", type).put("id", shortened(fullId)).put("full_id", fullId);
  }

  static String shortened(String id) {
    return id.substring(0, Math.min(id.length(), SHORT_ID));
  }

  Description text(String key, String value) {
    container.put(key, value);
    return this;
  }

  Description flag(String key, boolean value) {
    container.put(key, value);
    return this;
  }

  Description number(String key, long value) {
    container.put(key, value);
    return this;
  }

  Description image(String name, String id, ImageName parts, String digest) {
    return text("image", name)
        .text("imageid", id)
        .text("imagerepo", parts.repository())
        .text("imagetag", parts.tag())
        .text("imagedigest", digest);
  }

  /** Labels under a key, those that are too long left out. */
  Description labels(String key, Map<String, String> labels) {
    ObjectNode kept = container.putObject(key);
    labels.forEach(
        (name, value) -> {
          if (value.length() <= options.labelLength()) {
            kept.put(name, value);
          }
        });
    return this;
  }

  /** A label that is told however long it is. */
  Description label(String name, String value) {
    container.withObject("/labels").put(name, value);
    return this;
  }

  Description variable(String variable) {
    container.withArray("/env").add(variable);
    return this;
  }

  Description mount(
      String source, String destination, String mode, boolean writable, String propagation) {
    ArrayNode mounts = container.withArray("/Mounts");
    mounts
        .addObject()
        .put("Source", source)
        .put("Destination", destination)
        .put("Mode", mode)
        .put("RW", writable)
        .put("Propagation", propagation);
    return this;
  }

  ObjectNode end() {
    return container;
  }
}
