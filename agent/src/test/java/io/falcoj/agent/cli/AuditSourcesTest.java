package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where audit events can come from besides a webhook, and that they stay among themselves. */
class AuditSourcesTest {
  private static final String PLAIN = "append_output[0].suggested_output=false";

  @TempDir private Path dir;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(dir.resolve(name), content);
  }

  private static Stream<String> ids(CommandRun run) {
    return run.outLines().stream().map(line -> line.replaceAll(".* id=(\\S+) .*", "$1"));
  }

  @Test
  void aPatternStandsForItsFilesTheOldestFirst() throws IOException {
    Path rules = file("rules.yaml", AuditEvents.RULES);
    Path newer = file("audit-a.log", AuditEvents.lines("new"));
    Path older = file("audit-b.log", AuditEvents.lines("old"));
    file("other.log", AuditEvents.lines("other"));
    Files.setLastModifiedTime(newer, FileTime.fromMillis(2_000_000));
    Files.setLastModifiedTime(older, FileTime.fromMillis(1_000_000));
    CommandRun run =
        CommandRun.falcoRun(
            "-r", rules.toString(), "-o", PLAIN, "-e", dir.resolve("audit-*.log").toString());
    assertThat(ids(run)).containsExactly("old", "new");
    assertThat(run.code()).isZero();
    run = CommandRun.falcoRun("-r", rules.toString(), "-e", dir.resolve("none-*.log").toString());
    assertThat(run.err()).contains("none-*.log: no file matches");
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void theFileOfAPluginEntryIsReadOnce() throws IOException {
    Path rules = file("rules.yaml", AuditEvents.RULES);
    Path log = file("audit.log", AuditEvents.lines("a", "b"));
    Path config = file("falco.yaml", plugin(log.toString()));
    CommandRun run =
        CommandRun.falcoRun("-r", rules.toString(), "-c", config.toString(), "-o", PLAIN);
    assertThat(ids(run)).containsExactly("a", "b");
    assertThat(run.code()).isZero();
  }

  @Test
  void theFileUrlOfAPluginEntryIsFollowedFromItsEnd() throws IOException {
    Path rules = file("rules.yaml", AuditEvents.RULES);
    Path log = file("audit.log", AuditEvents.lines("before"));
    Path config = file("falco.yaml", plugin("file://" + log));
    Path state = dir.resolve("state.json");
    String kept = "k8s_audit.state_file=" + state;
    try (LiveRun run =
        LiveRun.of("-r", rules.toString(), "-c", config.toString(), "-o", PLAIN, "-o", kept)) {
      // Written once it is known where the log ended.
      while (!Files.exists(state)) {
        Thread.onSpinWait();
      }
      Files.writeString(log, AuditEvents.lines("later"), StandardOpenOption.APPEND);
      assertThat(run.out.await(text -> text.contains("id=later "))).doesNotContain("id=before");
      assertThat(run.stop()).isZero();
    }
  }

  private static String plugin(String params) {
    return """
        load_plugins: [k8saudit, json]
        plugins:
          - name: k8saudit
            library_path: libk8saudit.so
            init_config: {maxEventSize: 262144}
            open_params: "%s"
          - name: json
            library_path: libjson.so
        """
        .formatted(params);
  }

  @Test
  void rulesOfOneBundleSeeTheEventsOfTheirSourceAlone() throws IOException {
    Path rules =
        file(
            "rules.yaml",
            AuditEvents.RULES
                + """
                - rule: Every system call
                  desc: alerts on every event
                  condition: evt.num > 0
                  output: call=%evt.type
                  priority: INFO
                """);
    Path bundle = dir.resolve("rules.jar");
    CommandRun made = CommandRun.falcoc("compile", "-o", bundle.toString(), rules.toString());
    assertThat(made.code()).as(made.err()).isZero();
    Path capture = Files.write(dir.resolve("c.scap"), Captures.opening("/a", "/b"));
    Path log = file("audit.log", AuditEvents.lines("x", "y", "z"));
    CommandRun run =
        CommandRun.falcoRun(
            bundle.toString(),
            "-o",
            PLAIN,
            "--all-matches",
            "-e",
            capture.toString(),
            "-e",
            log.toString());
    assertThat(run.outLines()).hasSize(5);
    assertThat(run.err()).contains("   Every event: 3\n", "   Every system call: 2\n");
    assertThat(run.code()).isZero();
  }
}
