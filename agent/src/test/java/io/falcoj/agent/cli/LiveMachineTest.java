package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falcoj.agent.sources.LiveProbe;
import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code falco-run} over the system calls of the machine that the test runs on. */
class LiveMachineTest {
  private static final String WATCHING = "watching the system calls of this machine";

  @TempDir private Path dir;

  @BeforeEach
  void needsTheKernel() {
    String obstacle = LiveProbe.obstacle();
    if (obstacle != null && "1".equals(System.getenv("FALCOJ_REQUIRE_BPF"))) {
      Assertions.fail("FALCOJ_REQUIRE_BPF is set, but " + obstacle);
    }
    assumeTrue(obstacle == null, () -> "skipped: " + obstacle);
  }

  @Test
  void aRecordingGivesTheAlertsThatWerePrinted() throws Exception {
    String rules = rules("evt.type in (open, openat) and fd.name contains '/eye-'");
    Path capture = dir.resolve("live.scap");
    List<String> printed;
    try (FalcoProcess run =
        FalcoProcess.start("-r", rules, "--live", "--record", capture.toString(), "--stats")) {
      run.err.await(text -> text.contains(WATCHING));
      noise(200);
      run.out.await(text -> text.contains("/eye-200"));
      assertThat(run.terminate()).isZero();
      printed = run.out.text().lines().toList();
      assertThat(run.err.text()).contains("events that the probe saw: ");
    }
    assertThat(printed).hasSizeGreaterThanOrEqualTo(200);
    CommandRun replay = CommandRun.falcoRun("-r", rules, "-e", capture.toString());
    assertThat(replay.code()).isZero();
    assertThat(replay.outLines()).isEqualTo(printed);
  }

  @Test
  void withoutASourceThisMachineIsJudged() throws Exception {
    String rules = rules("evt.type = execve and proc.args contains eye-witness");
    try (FalcoProcess run = FalcoProcess.start("-r", rules)) {
      run.err.await(text -> text.contains(WATCHING));
      sh("echo eye-witness");
      run.out.await(text -> text.contains("sh -c echo eye-witness"));
      assertThat(run.terminate()).isZero();
    }
  }

  @Test
  void lossesAreToldOf() throws Exception {
    String rules = rules("evt.type = reboot");
    try (FalcoProcess run =
        FalcoProcess.start(
            "-r", rules, "--live", "-o", "syscall_event_drops.simulate_drops=true")) {
      run.out.await(
          text ->
              text.contains("Debug Falco internal: syscall event drop. 1 system calls dropped"));
      assertThat(run.err.text()).contains("1 system calls dropped in last second.");
    }
  }

  @Test
  void lossesMayEndTheRun() throws Exception {
    String rules = rules("evt.type = reboot");
    CommandRun run =
        CommandRun.falcoRun(
            "-r",
            rules,
            "--live",
            "-o",
            "syscall_event_drops.simulate_drops=true",
            "-o",
            "syscall_event_drops.actions=[exit]");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("`syscall_event_drops.actions` ends the run");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void whatACallIsAskedForIsRecordedBeforeItRuns() throws Exception {
    String rules = rules("evt.type = openat and fd.name = /nowhere/at-first");
    Path capture = dir.resolve("live.scap");
    // In a name space of its own, so that the machine keeps its mounts.
    List<String> withTracefs =
        List.of(
            "unshare",
            "-m",
            "sh",
            "-c",
            "mount -t tracefs none /sys/kernel/tracing; exec \"$@\"",
            "sh");
    try (FalcoProcess run =
        FalcoProcess.startThrough(
            withTracefs, "-r", rules, "--live", "--record", capture.toString())) {
      run.err.await(text -> text.contains(WATCHING));
      sh("cat /nowhere/at-first 2>/dev/null");
      run.out.await(text -> text.contains("/nowhere/at-first"));
      assertThat(run.terminate()).isZero();
      assertThat(run.err.text()).doesNotContain("tracefs");
    }
    assertThat(typesOfEventsThatName(capture, "/nowhere/at-first"))
        .containsExactly("SYSCALL_OPENAT_2_E", "SYSCALL_OPENAT_2_X");
  }

  private static List<String> typesOfEventsThatName(Path capture, String path) throws Exception {
    List<String> types = new ArrayList<>();
    SourceHandler handler =
        raw -> {
          int at = raw.offset();
          String bytes = new String(raw.buffer(), at, raw.length(), StandardCharsets.ISO_8859_1);
          EventType type = EventTable.standard().byCode(EventHeader.type(raw.buffer(), at));
          if (type != null && type.name().equals("openat") && bytes.contains(path)) {
            types.add(type.id());
          }
        };
    try (EventSource source = ReplaySources.open(capture)) {
      while (source.poll(handler) != EventSource.END) {
        assertThat(types).hasSizeLessThan(3);
      }
    }
    return types;
  }

  private String rules(String condition) throws IOException {
    Path file = dir.resolve("rules.yaml");
    Files.writeString(
        file,
        "- {rule: seen, desc: d, priority: NOTICE, condition: \"%s\", output: '%%proc.cmdline %%fd.name'}"
            .formatted(condition));
    return file.toString();
  }

  /** Opens files from several processes at once. */
  private static void noise(int files) throws Exception {
    sh(
        "for p in 1 2 3 4; do (i=$p; while [ $i -le "
            + files
            + " ]; do cat /nowhere/eye-$i 2>/dev/null; i=$((i+4)); done) & done; wait");
  }

  private static void sh(String script) throws Exception {
    new ProcessBuilder("/bin/sh", "-c", script)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
