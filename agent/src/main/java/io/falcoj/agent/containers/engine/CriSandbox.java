package io.falcoj.agent.containers.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.agent.containers.socket.Message;
import java.io.IOException;
import java.util.Map;

/** Describes the pod of a container by its {@code PodSandboxStatus}. */
final class CriSandbox {
  private static final int METADATA = 2;
  private static final int NETWORK = 5;
  private static final int LINUX = 6;
  private static final int LABELS = 7;

  /** Namespace of the node itself. */
  private static final int NODE = 2;

  private static final int LONGEST_NETWORK = 4096;

  private CriSandbox() {}

  /**
   * Adds what is known of the pod.
   *
   * @param answer to {@code PodSandboxStatus}
   * @param id of the sandbox, or of the container when it has none
   */
  static void describe(Message answer, String id, Description description) throws IOException {
    description.label("io.kubernetes.sandbox.id", id).text("pod_sandbox_id", id);
    Message status = answer.message(1);
    if (status.has(METADATA)) {
      Message metadata = status.message(METADATA);
      description
          .label("io.kubernetes.pod.uid", metadata.text(2))
          .label("io.kubernetes.pod.name", metadata.text(1))
          .label("io.kubernetes.pod.namespace", metadata.text(3));
    }
    Message namespaces = status.message(LINUX).message(1).message(2);
    description
        .labels("pod_sandbox_labels", status.texts(LABELS))
        .flag("host_network", namespaces.number(1) == NODE)
        .flag("host_pid", namespaces.number(2) == NODE)
        .flag("host_ipc", namespaces.number(3) == NODE)
        .text("ip", status.message(NETWORK).text(1))
        .text("cni_json", network(CriInfo.of(answer)));
  }

  /**
   * Interfaces of the pod, as the network plugin told them; those that nobody talks to left out.
   */
  private static String network(JsonNode info) {
    JsonNode interfaces = info.path("cniResult").path("Interfaces");
    String text = CriInfo.annotation(info, "io.kubernetes.cri-o.CNIResult");
    if (interfaces.isObject()) {
      ObjectNode outer = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> one : interfaces.properties()) {
        if (!one.getKey().equals("lo") && !one.getKey().startsWith("veth")) {
          outer.set(one.getKey(), one.getValue());
        }
      }
      text = outer.toString();
    }
    return text.substring(0, Math.min(text.length(), LONGEST_NETWORK));
  }
}
