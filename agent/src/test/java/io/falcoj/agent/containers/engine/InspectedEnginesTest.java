package io.falcoj.agent.containers.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.agent.containers.FakeDaemon;
import io.falcoj.agent.containers.socket.SocketLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Docker's and Podman's answers, and the descriptions that they become. */
class InspectedEnginesTest {
  private static final String ID = "3ad7b26ded6d";
  private static final String FULL_ID = ID + "0123456789abcdef".repeat(3) + "cafe";
  private static final String CONTAINER =
      """
      {"Id": "%s", "Name": "/shop-web", "Created": "2026-03-01T10:20:30.123456789Z",
       "Image": "sha256:beef01", "SizeRw": 4096,
       "Config": {"Image": "registry.test:5000/team/web:1.2", "User": "www",
                  "Env": ["A=1", "B=2"], "Labels": {"tier": "front", "long": "%s"}},
       "HostConfig": {"Privileged": true, "PidMode": "host", "IpcMode": "private",
                      "NetworkMode": "%s", "CpuQuota": 50000, "Memory": 1048576, "MemorySwap": -1},
       "Mounts": [{"Source": "/srv", "Destination": "/data", "Mode": "z", "RW": false,
                   "Propagation": "rprivate"}],
       "NetworkSettings": {"IPAddress": "%s"}}
      """;
  private static final String IMAGE =
      """
      {"Id": "sha256:beef01", "RepoDigests": ["registry.test:5000/team/web@sha256:d19e57"],
       "RepoTags": ["other/web:9", "registry.test:5000/team/web:1.2"]}
      """;

  @TempDir private Path dir;
  private FakeDaemon daemon;
  private DescriptionOptions options = new DescriptionOptions(100, false);

  @BeforeEach
  void start() throws IOException {
    daemon = new FakeDaemon(dir.resolve("d.sock"));
  }

  @AfterEach
  void stop() throws IOException {
    daemon.close();
  }

  private static String container(String network, String address) {
    return CONTAINER.formatted(FULL_ID, "x".repeat(101), network, address);
  }

  private JsonNode ask(EngineKind kind) throws IOException {
    try (ContainerEngine engine =
        kind.open(dir.resolve("d.sock"), options, SocketLimits.STANDARD)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(engine.describe(ID)).toString());
    }
  }

  @Test
  void aContainerOfDocker() throws Exception {
    daemon.on(
        "/containers/" + ID + "/json", FakeDaemon.chunked(container("bridge", "172.17.0.2"), 7));
    daemon.on("/images/sha256:beef01/json", FakeDaemon.whole(200, IMAGE));
    String wanted =
        """
        {"type": 0, "id": "%s", "full_id": "%s", "name": "shop-web", "is_pod_sandbox": false,
         "User": "www", "created_time": 1772360430, "privileged": true, "host_pid": true,
         "host_network": false, "host_ipc": false, "cpu_quota": 50000, "memory_limit": 1048576,
         "swap_limit": -1, "size": 4096, "labels": {"tier": "front"}, "env": ["A=1", "B=2"],
         "Mounts": [{"Source": "/srv", "Destination": "/data", "Mode": "z", "RW": false,
                     "Propagation": "rprivate"}],
         "image": "registry.test:5000/team/web:1.2", "imageid": "beef01",
         "imagerepo": "registry.test:5000/team/web", "imagetag": "1.2",
         "imagedigest": "sha256:d19e57", "ip": "172.17.0.2"}
        """;
    assertThat(ask(EngineKind.DOCKER))
        .isEqualTo(new ObjectMapper().readTree(wanted.formatted(ID, FULL_ID)));
  }

  @Test
  void theAddressOfTheContainerWhoseNetworkItShares() throws Exception {
    daemon.on(
        "/containers/" + ID + "/json", FakeDaemon.whole(200, container("container:0ther", "")));
    daemon.on(
        "/containers/0ther/json",
        FakeDaemon.whole(
            200,
            "{\"NetworkSettings\":{\"Networks\":{\"bridge\":{\"IPAddress\":\"172.17.0.9\"}}}}"));
    assertThat(ask(EngineKind.DOCKER).path("ip").asText()).isEqualTo("172.17.0.9");
  }

  @Test
  void aContainerWhoseImageCannotBeAskedFor() throws Exception {
    daemon.on("/containers/" + ID + "/json", FakeDaemon.whole(200, container("host", "")));
    daemon.on("/images/sha256:beef01/json", FakeDaemon.whole(500, "{}"));
    JsonNode told = ask(EngineKind.DOCKER);
    assertThat(told.path("image").asText()).isEqualTo("registry.test:5000/team/web:1.2");
    assertThat(told.path("imagetag").asText()).isEmpty();
    assertThat(told.path("host_network").asBoolean()).isTrue();
  }

  @Test
  void theSizeIsAskedForWhenItIsWanted() throws Exception {
    options = new DescriptionOptions(100, true);
    daemon.on("/containers/" + ID + "/json?size=1", FakeDaemon.whole(200, container("", "")));
    assertThat(ask(EngineKind.DOCKER).path("size").asLong()).isEqualTo(4096);
  }

  @Test
  void aContainerOfPodman() throws Exception {
    String answer =
        container("bridge", "10.88.0.3")
            .replace("\"Image\": \"sha256:beef01\"", "\"Image\": \"beef01\"")
            .replaceFirst(
                "\\{",
                "{\"ImageName\": \"quay.test/web:2@sha256:aa\", \"ImageDigest\": \"sha256:aa\",");
    daemon.on("/v4.0.0/libpod/containers/" + ID + "/json", FakeDaemon.chunked(answer, 100));
    JsonNode told = ask(EngineKind.PODMAN);
    assertThat(told.path("type").asInt()).isEqualTo(11);
    assertThat(told.path("name").asText()).isEqualTo("shop-web");
    assertThat(told.path("image").asText()).isEqualTo("quay.test/web:2@sha256:aa");
    assertThat(told.path("imageid").asText()).isEqualTo("beef01");
    assertThat(told.path("imagerepo").asText()).isEqualTo("quay.test/web");
    assertThat(told.path("imagetag").asText()).isEqualTo("2");
    assertThat(told.path("imagedigest").asText()).isEqualTo("sha256:aa");
    assertThat(told.path("ip").asText()).isEqualTo("10.88.0.3");
  }
}
