package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falcoj.agent.containers.FakeDaemon;
import io.falcoj.agent.sources.LiveProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code falco-run} over this machine, with a container whose runtime another one plays. */
class LiveContainersTest {
  private static final String ID = "3ad7b26ded6d" + "0123456789abcdef".repeat(3) + "cafe";
  private static final String CONTAINER =
      """
      {"Id": "%s", "Name": "/web", "Image": "sha256:beef01",
       "Config": {"Image": "registry.test/team/web:1.2", "Labels": {"tier": "front"}},
       "HostConfig": {"Privileged": true}, "NetworkSettings": {"IPAddress": "172.17.0.2"}}
      """
          .formatted(ID);
  private static final String IMAGE =
      """
      {"Id": "sha256:beef01", "RepoTags": ["registry.test/team/web:1.2"],
       "RepoDigests": ["registry.test/team/web@sha256:d19e57"]}
      """;

  @TempDir private Path dir;

  @BeforeEach
  void needsTheKernel() {
    String obstacle = LiveProbe.obstacle();
    if (obstacle != null && "1".equals(System.getenv("FALCOJ_REQUIRE_BPF"))) {
      Assertions.fail("FALCOJ_REQUIRE_BPF is set, but " + obstacle);
    }
    assumeTrue(obstacle == null, () -> "skipped: " + obstacle);
  }

  private static ContainerCgroup cgroup() {
    try {
      return ContainerCgroup.make(ID);
    } catch (IOException e) {
      return abort("skipped: " + e.getMessage());
    }
  }

  private FakeDaemon daemon() throws IOException {
    return new FakeDaemon(dir.resolve("docker.sock"))
        .on("/containers/" + ID.substring(0, 12) + "/json", FakeDaemon.chunked(CONTAINER, 11))
        .on("/images/sha256:beef01/json", FakeDaemon.whole(200, IMAGE));
  }

  private FalcoProcess falcoRun(Path rules, String... more) throws IOException {
    Path config =
        Files.writeString(
            dir.resolve("falco.yaml"),
            """
            plugins:
              - name: container
                library_path: libcontainer.so
                init_config:
                  engines:
                    docker: {enabled: true, sockets: ["%s"]}
                    podman: {enabled: false}
                    cri: {enabled: false}
            """
                .formatted(dir.resolve("docker.sock")));
    String[] args = new String[more.length + 6];
    List.of("-r", rules.toString(), "-c", config.toString(), "--live", "--stats").toArray(args);
    System.arraycopy(more, 0, args, 6, more.length);
    return FalcoProcess.start(args);
  }

  private Path rules(String condition, String output) throws IOException {
    return Files.writeString(
        dir.resolve("rules.yaml"),
        "- {rule: seen, desc: d, priority: NOTICE, condition: \"%s\", output: '%s'}"
            .formatted(condition, output));
  }

  @Test
  void anAlertNamesTheContainerAndItsImage() throws Exception {
    Path rules =
        rules(
            "evt.type = openat and fd.name = /nowhere/eye and container.name = web",
            "name=%container.name image=%container.image.repository:%container.image.tag"
                + " digest=%container.image.digest id=%container.id type=%container.type"
                + " privileged=%container.privileged ip=%container.ip"
                + " tier=%container.label[tier]");
    try (FakeDaemon docker = daemon();
        ContainerCgroup cgroup = cgroup();
        FalcoProcess run = falcoRun(rules)) {
      run.err.await(text -> text.contains("watching the system calls"));
      Process inside = cgroup.start("while :; do cat /nowhere/eye; sleep 0.05; done");
      run.out.await(text -> text.contains("name=web"));
      inside.destroyForcibly();
      assertThat(run.terminate()).isZero();
      assertThat(run.out.text())
          .contains(
              "name=web image=registry.test/team/web:1.2 digest=sha256:d19e57 id=3ad7b26ded6d"
                  + " type=docker privileged=true ip=172.17.0.2 tier=front");
      assertAskedOnce(docker);
      assertThat(run.err.text())
          .containsPattern("questions about containers: \\d+\n   answered: 1\n")
          .containsPattern("questions at docker \\S+/docker.sock: \\d+\n   answered: 1\n");
    }
  }

  @Test
  void aRecordingOfContainersGivesTheAlertsThatWerePrinted() throws Exception {
    Path rules =
        rules(
            "evt.type in (open, openat) and fd.name startswith /nowhere/eye",
            "%fd.name %proc.cmdline %container.id %container.name %container.image");
    Path capture = dir.resolve("live.scap");
    List<String> printed;
    try (FakeDaemon docker = daemon();
        ContainerCgroup cgroup = cgroup();
        FalcoProcess run = falcoRun(rules, "--record", capture.toString())) {
      run.err.await(text -> text.contains("watching the system calls"));
      Process outside = noise();
      Process inside =
          cgroup.start(
              "for p in 1 2 3 4; do (i=0; while [ $i -le 60 ];"
                  + " do cat /nowhere/eye-$p-$i; i=$((i+1)); done) & done; wait;"
                  + " while :; do cat /nowhere/eye-end; sleep 0.05; done");
      run.out.await(text -> text.contains("/nowhere/eye-end") && text.contains(" web "));
      outside.waitFor(60, TimeUnit.SECONDS);
      inside.destroyForcibly();
      assertThat(run.terminate()).isZero();
      printed = run.out.text().lines().toList();
      assertAskedOnce(docker);
    }
    assertThat(printed)
        .hasSizeGreaterThan(244)
        .noneMatch(line -> line.contains("eye-out") && line.contains(" web "))
        .anyMatch(line -> line.contains(" 3ad7b26ded6d web registry.test/team/web:1.2"));
    String config = dir.resolve("falco.yaml").toString();
    CommandRun replay =
        CommandRun.falcoRun("-r", rules.toString(), "-c", config, "-e", capture.toString());
    assertThat(replay.code()).isZero();
    assertThat(replay.outLines()).isEqualTo(printed);
  }

  /** The machine may have control groups of others, whose names look like containers' too. */
  private static void assertAskedOnce(FakeDaemon docker) {
    assertThat(docker.questions)
        .filteredOn(question -> question.contains("3ad7b26ded6d") || question.contains("beef01"))
        .containsExactly("/containers/3ad7b26ded6d/json", "/images/sha256:beef01/json");
  }

  private static Process noise() throws IOException {
    return new ProcessBuilder(
            "/bin/sh", "-c", "for i in 1 2 3 4 5 6 7 8; do cat /nowhere/eye-out-$i; done")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
