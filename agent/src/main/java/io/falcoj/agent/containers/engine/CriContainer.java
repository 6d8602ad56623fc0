package io.falcoj.agent.containers.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.agent.containers.socket.Message;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Describes a container by its {@code ContainerStatus}. */
final class CriContainer {
  private static final int METADATA = 2;
  private static final int CREATED_AT = 4;
  private static final int LABELS = 12;
  private static final int MOUNTS = 14;
  private static final int RESOURCES = 16;
  private static final int USER = 18;
  private static final List<String> PROPAGATIONS = List.of("private", "rslave", "rshared");

  private CriContainer() {}

  static void describe(Message status, JsonNode info, Description description) throws IOException {
    Message resources = status.message(RESOURCES).message(1);
    description
        .text("name", status.message(METADATA).text(1))
        .text("User", Long.toString(status.message(USER).message(1).number(1)))
        .number("created_time", seconds(status.number(CREATED_AT)))
        .flag("privileged", CriInfo.privileged(info))
        .number("cpu_quota", resources.number(2))
        .number("memory_limit", resources.number(4))
        .number("swap_limit", resources.number(10))
        .labels("labels", status.texts(LABELS));
    CriImage.describe(status, info, description);
    for (Message mount : status.messages(MOUNTS)) {
      int propagation = (int) mount.number(5);
      description.mount(
          mount.text(2),
          mount.text(1),
          "",
          mount.number(3) == 0,
          propagation >= 0 && propagation < PROPAGATIONS.size()
              ? PROPAGATIONS.get(propagation)
              : "unknown");
    }
    for (JsonNode variable : info.path("config").path("envs")) {
      description.variable(variable.path("key").asText() + "=" + variable.path("value").asText());
    }
  }

  static long seconds(long nanos) {
    return TimeUnit.NANOSECONDS.toSeconds(nanos);
  }
}
