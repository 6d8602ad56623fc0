package io.falcoj.agent.containers.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Docker's and Podman's descriptions of a container have in common. */
final class Inspected {
  private static final String HOST = "host";

  private Inspected() {}

  /**
   * Begins a description.
   *
   * @param answer of {@code GET …/containers/ID/json}
   */
  static Description describe(int type, JsonNode answer, DescriptionOptions options) {
    JsonNode config = answer.path("Config");
    JsonNode host = answer.path("HostConfig");
    String name = name(answer);
    Description description =
        new Description(type, answer.path("Id").asText(), options)
            .text("name", name)
            .flag("is_pod_sandbox", name.contains("k8s_POD"))
            .text("User", config.path("User").asText())
            .number("created_time", seconds(answer.path("Created").asText()))
            .flag("privileged", host.path("Privileged").asBoolean())
            .flag("host_pid", HOST.equals(host.path("PidMode").asText()))
            .flag("host_network", HOST.equals(host.path("NetworkMode").asText()))
            .flag("host_ipc", HOST.equals(host.path("IpcMode").asText()))
            .number("cpu_quota", host.path("CpuQuota").asLong())
            .number("memory_limit", host.path("Memory").asLong())
            .number("swap_limit", host.path("MemorySwap").asLong())
            .number("size", answer.path("SizeRw").asLong(-1))
            .labels("labels", texts(config.path("Labels")));
    for (JsonNode variable : config.path("Env")) {
      description.variable(variable.asText());
    }
    for (JsonNode mount : answer.path("Mounts")) {
      description.mount(
          mount.path("Source").asText(),
          mount.path("Destination").asText(),
          mount.path("Mode").asText(),
          mount.path("RW").asBoolean(),
          mount.path("Propagation").asText());
    }
    return description;
  }

  private static String name(JsonNode answer) {
    String name = answer.path("Name").asText();
    return name.startsWith("/") ? name.substring(1) : name;
  }

  /** Address in the usual network; newer versions of Docker tell it by the network's name only. */
  static String address(JsonNode answer) {
    JsonNode network = answer.path("NetworkSettings");
    String address = network.path("IPAddress").asText();
    return address.isEmpty()
        ? network.path("Networks").path("bridge").path("IPAddress").asText()
        : address;
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  private static long seconds(String time) {
    try {
      Instant instant = OffsetDateTime.parse(time).toInstant();
      return instant.getEpochSecond();
    } catch (DateTimeParseException e) {
      return 0;
    }
  }
}
