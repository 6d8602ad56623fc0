package io.falcoj.runtime.state.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.runtime.state.container.ContainerInfo.Mount;
import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a container event carries. Keys are those of {@code container_info_json.cpp} of the
 * container plugin; what is left out, or of another type, is empty.
 */
public final class ContainerJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Longest description that is read: far more than a container has labels and variables. */
  private static final int LONGEST = 1024 * 1024;

  private ContainerJson() {}

  /** The description, or null when the text is no JSON of a container, or more than 1 MiB. */
  public static @Nullable ContainerInfo read(ByteSlice json) {
    if (json.length() > LONGEST) {
      return null;
    }
    try {
      JsonNode root = MAPPER.readTree(json.array(), json.offset(), json.length());
      JsonNode container = root == null ? null : root.get("container");
      return container == null || !container.isObject() ? null : describe(container);
    } catch (IOException e) {
      return null;
    }
  }

  /** A description from an event of the time before JSON. */
  public static ContainerInfo read(ByteSlice id, int type, ByteSlice name, ByteSlice image) {
    return ContainerInfo.bare(id, ByteSlice.EMPTY, type, name, image);
  }

  private static ContainerInfo describe(JsonNode c) {
    return new ContainerInfo(
        text(c, "id"),
        text(c, "full_id"),
        c.path("type").asInt(ContainerInfo.TYPE_UNKNOWN),
        text(c, "name"),
        text(c, "image"),
        text(c, "imageid"),
        text(c, "imagerepo"),
        text(c, "imagetag"),
        text(c, "imagedigest"),
        text(c, "User"),
        flag(c, "privileged"),
        flag(c, "host_pid"),
        flag(c, "host_network"),
        flag(c, "host_ipc"),
        flag(c, "is_pod_sandbox"),
        text(c, "ip"),
        text(c, "pod_sandbox_id"),
        text(c, "cni_json"),
        texts(c.path("labels")),
        texts(c.path("pod_sandbox_labels")),
        mounts(c.path("Mounts")),
        list(c.path("env")),
        c.path("created_time").asLong(0));
  }

  private static ByteSlice text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isTextual() && !value.textValue().isEmpty()
        ? ByteSlice.of(value.textValue())
        : ByteSlice.EMPTY;
  }

  private static boolean flag(JsonNode node, String key) {
    return node.path(key).asBoolean(false);
  }

  private static Map<ByteSlice, ByteSlice> texts(JsonNode object) {
    Map<ByteSlice, ByteSlice> result = new TreeMap<>();
    object
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isTextual()) {
                result.put(
                    ByteSlice.of(entry.getKey()), ByteSlice.of(entry.getValue().textValue()));
              }
            });
    return Collections.unmodifiableMap(result);
  }

  private static List<ByteSlice> list(JsonNode array) {
    List<ByteSlice> result = new ArrayList<>();
    array.forEach(item -> result.add(ByteSlice.of(item.asText())));
    return List.copyOf(result);
  }

  private static List<Mount> mounts(JsonNode array) {
    List<Mount> result = new ArrayList<>();
    array.forEach(
        mount ->
            result.add(
                new Mount(
                    text(mount, "Source"),
                    text(mount, "Destination"),
                    text(mount, "Mode"),
                    flag(mount, "RW"),
                    text(mount, "Propagation"))));
    return List.copyOf(result);
  }
}
