package io.falcoj.agent.containers.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.agent.containers.socket.GrpcCalls;
import io.falcoj.agent.containers.socket.Message;
import io.falcoj.agent.containers.socket.Question;
import io.falcoj.agent.containers.socket.SocketLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The interface that Kubernetes has to container runtimes, version 1: containerd, CRI-O and others.
 * Upstream: {@code go-worker/pkg/container/cri.go} of the container plugin, which knows nothing of
 * the pods' own containers; here they are told with what is known of the pod.
 *
 * <p>Numbers of fields are those of {@code api.proto} of {@code k8s.io/cri-api}.
 */
final class CriEngine implements ContainerEngine {
  private static final String SERVICE = "runtime.v1.RuntimeService/";
  private static final Map<String, Integer> TYPES = Map.of("containerd", 7, "cri-o", 8);
  private static final int OTHER_TYPE = 6;

  private final GrpcCalls calls;
  private final DescriptionOptions options;
  private int type = -1;

  CriEngine(Path socket, DescriptionOptions options, SocketLimits limits) {
    this.calls = new GrpcCalls(socket, limits);
    this.options = options;
  }

  @Override
  public @Nullable ObjectNode describe(String id) throws IOException {
    if (type < 0 && !learnType()) {
      return null;
    }
    byte[] filter = new Question().message(1, new Question().text(1, id)).encoded();
    List<Message> containers = Message.read(call("ListContainers", filter)).messages(1);
    if (!containers.isEmpty()) {
      return container(containers.get(0).text(1), containers.get(0).text(2));
    }
    List<Message> sandboxes = Message.read(call("ListPodSandbox", filter)).messages(1);
    return sandboxes.isEmpty() ? null : sandbox(sandboxes.get(0).text(1));
  }

  /** False when the other side does not know the interface. */
  private boolean learnType() throws IOException {
    ByteBuffer version = call("Version", new byte[0]);
    if (version == null) {
      return false;
    }
    type = TYPES.getOrDefault(Message.read(version).text(2), OTHER_TYPE);
    return true;
  }

  private @Nullable ObjectNode container(String id, String sandboxId) throws IOException {
    ByteBuffer answer = call("ContainerStatus", status(id));
    if (answer == null) {
      return null;
    }
    Message told = Message.read(answer);
    Message status = told.message(1);
    Message sandbox = Message.read(call("PodSandboxStatus", status(sandboxId)));
    Description description = new Description(type, status.text(1), options);
    CriContainer.describe(status, CriInfo.of(told), description);
    if (options.size()) {
      description.number("size", size(id));
    }
    CriSandbox.describe(sandbox, sandbox.has(1) ? sandbox.message(1).text(1) : id, description);
    return description.end();
  }

  private @Nullable ObjectNode sandbox(String id) throws IOException {
    ByteBuffer answer = call("PodSandboxStatus", status(id));
    if (answer == null) {
      return null;
    }
    Message told = Message.read(answer);
    Description description =
        new Description(type, id, options)
            .flag("is_pod_sandbox", true)
            .number("created_time", CriContainer.seconds(told.message(1).number(4)))
            .labels("labels", Map.of());
    CriSandbox.describe(told, id, description);
    return description.end();
  }

  /** Bytes that the container wrote to its own layer, -1 unknown. */
  private long size(String id) throws IOException {
    Message stats = Message.read(call("ContainerStats", new Question().text(1, id).encoded()));
    return stats.has(1) ? stats.message(1).message(4).message(3).number(1) : -1;
  }

  /** Asks for everything there is to know. */
  private static byte[] status(String id) {
    return new Question().text(1, id).number(2, 1).encoded();
  }

  private @Nullable ByteBuffer call(String method, byte[] question) throws IOException {
    return calls.call(SERVICE + method, question);
  }

  @Override
  public void close() {
    calls.close();
  }
}
