package io.falcoj.agent.containers.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.agent.containers.FakeCri;
import io.falcoj.agent.containers.socket.Message;
import io.falcoj.agent.containers.socket.Question;
import io.falcoj.agent.containers.socket.SocketLimits;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runtime of Kubernetes that another gRPC library plays, and the descriptions. */
class CriEngineTest {
  private static final String ID = "5c1d2e3f4a5b" + "0".repeat(52);
  private static final String POD = "9f8e7d6c5b4a" + "0".repeat(52);
  private static final String INFO =
      """
      {"privileged": false, "config": {"image": {"image": "sha256:1d1d"},
        "envs": [{"key": "A", "value": "1"}],
        "linux": {"security_context": {"privileged": true}}}}
      """;
  private static final String POD_INFO =
      """
      {"cniResult": {"Interfaces": {"lo": {}, "eth0": {"Mac": "02:42"}, "veth12": {}}}}
      """;

  @TempDir private Path dir;
  private FakeCri cri;

  @BeforeEach
  void start() throws IOException {
    cri =
        new FakeCri(dir.resolve("cri.sock"))
            .on("Version", q -> new Question().text(1, "0.1.0").text(2, "containerd"))
            .on("ListContainers", q -> listed(q, new Question().text(1, ID).text(2, POD)))
            .on("ListPodSandbox", q -> new Question())
            .on("ContainerStatus", this::containerStatus)
            .on("PodSandboxStatus", this::podStatus);
  }

  @AfterEach
  void stop() throws IOException {
    cri.close();
  }

  private static Question listed(Message question, Question entry) throws IOException {
    String prefix = question.message(1).text(1);
    assertThat(prefix).hasSize(12);
    return ID.startsWith(prefix) ? new Question().message(1, entry) : new Question();
  }

  private static Question pair(String key, String value) {
    return new Question().text(1, key).text(2, value);
  }

  private Question containerStatus(Message question) {
    assertThat(question.text(1)).isEqualTo(ID);
    assertThat(question.number(2)).as("everything is asked for").isEqualTo(1);
    return new Question()
        .message(
            1,
            new Question()
                .text(1, ID)
                .message(2, new Question().text(1, "web"))
                .number(4, 1_772_360_430_999_999_999L)
                .message(8, new Question().text(1, "registry.test/team/web:1.2"))
                .text(9, "registry.test/team/web@sha256:d19e57")
                .message(12, pair("tier", "front"))
                .message(12, pair("long", "x".repeat(101)))
                .message(
                    14, new Question().text(1, "/data").text(2, "/srv").number(3, 1).number(5, 2))
                .message(
                    16, new Question().message(1, new Question().number(2, 7).number(4, 1 << 20)))
                .message(18, new Question().message(1, new Question().number(1, 33))))
        .message(2, pair("info", INFO));
  }

  private Question podStatus(Message question) {
    assertThat(question.text(1)).isEqualTo(POD);
    Question namespaces = new Question().number(1, 2).number(2, 1);
    return new Question()
        .message(
            1,
            new Question()
                .text(1, POD)
                .message(2, new Question().text(1, "web-0").text(2, "u-1").text(3, "shop"))
                .message(5, new Question().text(1, "10.42.0.7"))
                .message(6, new Question().message(1, new Question().message(2, namespaces)))
                .message(7, pair("app", "web")))
        .message(2, pair("info", POD_INFO));
  }

  private ContainerEngine open(boolean size) {
    return EngineKind.CRI.open(
        dir.resolve("cri.sock"), new DescriptionOptions(100, size), SocketLimits.STANDARD);
  }

  private JsonNode ask(String id, boolean size) throws IOException {
    try (ContainerEngine engine = open(size)) {
      return new ObjectMapper()
          .readTree(Objects.requireNonNull(engine.describe(id.substring(0, 12))).toString());
    }
  }

  @Test
  void aContainerOfAPod() throws Exception {
    String wanted =
        """
        {"type": 7, "id": "5c1d2e3f4a5b", "full_id": "%1$s", "name": "web", "User": "33",
         "created_time": 1772360430, "privileged": true, "cpu_quota": 7,
         "memory_limit": 1048576, "swap_limit": 0,
         "labels": {"tier": "front", "io.kubernetes.sandbox.id": "%2$s",
                    "io.kubernetes.pod.uid": "u-1", "io.kubernetes.pod.name": "web-0",
                    "io.kubernetes.pod.namespace": "shop"},
         "image": "registry.test/team/web:1.2", "imageid": "1d1d",
         "imagerepo": "registry.test/team/web", "imagetag": "1.2",
         "imagedigest": "sha256:d19e57",
         "Mounts": [{"Source": "/srv", "Destination": "/data", "Mode": "", "RW": false,
                     "Propagation": "rshared"}],
         "env": ["A=1"], "pod_sandbox_id": "%2$s", "pod_sandbox_labels": {"app": "web"},
         "host_network": true, "host_pid": false, "host_ipc": false, "ip": "10.42.0.7",
         "cni_json": "{\\"eth0\\":{\\"Mac\\":\\"02:42\\"}}"}
        """;
    assertThat(ask(ID, false)).isEqualTo(new ObjectMapper().readTree(wanted.formatted(ID, POD)));
  }

  @Test
  void theContainerOfThePodItself() throws Exception {
    cri.on("ListContainers", q -> new Question());
    cri.on("ListPodSandbox", q -> new Question().message(1, new Question().text(1, POD)));
    JsonNode told = ask(POD, false);
    assertThat(told.path("is_pod_sandbox").asBoolean()).isTrue();
    assertThat(told.path("full_id").asText()).isEqualTo(POD);
    assertThat(told.path("labels").path("io.kubernetes.pod.name").asText()).isEqualTo("web-0");
    assertThat(told.path("pod_sandbox_labels").path("app").asText()).isEqualTo("web");
  }

  @Test
  void aContainerOfCriO() throws Exception {
    cri.on("Version", q -> new Question().text(2, "cri-o"));
    cri.on(
        "ContainerStatus",
        q ->
            new Question()
                .message(1, new Question().text(1, ID).text(9, "sha256:d19e57").text(17, "1d1d"))
                .message(
                    2,
                    pair(
                        "info",
                        "{\"runtimeSpec\":{\"annotations\":{\"io.kubernetes.cri-o.ImageName\":"
                            + "\"quay.test:5000/web:3\"}}}")));
    JsonNode told = ask(ID, false);
    assertThat(told.path("type").asInt()).isEqualTo(8);
    assertThat(told.path("image").asText()).isEqualTo("quay.test:5000/web:3");
    assertThat(told.path("imagerepo").asText()).isEqualTo("quay.test:5000/web");
    assertThat(told.path("imagetag").asText()).isEqualTo("3");
    assertThat(told.path("imageid").asText()).isEqualTo("1d1d");
    assertThat(told.path("imagedigest").asText()).isEqualTo("sha256:d19e57");
  }

  @Test
  void theSizeIsAskedForWhenItIsWanted() throws Exception {
    Question used = new Question().message(3, new Question().number(1, 8192));
    cri.on("ContainerStats", q -> new Question().message(1, new Question().message(4, used)));
    assertThat(ask(ID, true).path("size").asLong()).isEqualTo(8192);
  }

  @Test
  void aPodThatIsGoneLeavesItsContainerKnown() throws Exception {
    cri.on(
        "PodSandboxStatus",
        q -> {
          throw Status.NOT_FOUND.asRuntimeException();
        });
    assertThat(ask(ID, false).path("pod_sandbox_id").asText()).isEqualTo(ID);
  }

  @Test
  void whatIsNotThereIsNotKnown() throws Exception {
    try (ContainerEngine engine = open(false)) {
      assertThat(engine.describe("ffffffffffff")).isNull();
    }
  }
}
