package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A followed log when the process is killed, and when it is asked to end. */
class FollowProcessTest {
  @TempDir private Path dir;
  private Path rules = Path.of("");
  private Path log = Path.of("");
  private Path state = Path.of("");
  private int written;

  @BeforeEach
  void files() throws IOException {
    rules = Files.writeString(dir.resolve("rules.yaml"), AuditEvents.RULES);
    log = dir.resolve("audit.log");
    state = dir.resolve("state.json");
  }

  private FalcoProcess follow() throws IOException {
    return FalcoProcess.start(
        "-r",
        rules.toString(),
        "--k8s-audit-follow",
        log.toString(),
        "-o",
        "k8s_audit.state_file=" + state,
        "-o",
        "append_output[]={suggested_output: false}");
  }

  private void write(int count) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(AuditEvents.lines("line-" + written++));
    }
    Files.writeString(log, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static List<String> ids(Watched out) {
    return out.text().lines().map(l -> l.replaceAll(".*id=(\\S+) .*", "$1")).toList();
  }

  private List<String> all() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < written; i++) {
      all.add("line-" + i);
    }
    return all;
  }

  @Test
  void aKilledProcessLosesNoLineAndRepeatsFewerThanAThousand() throws Exception {
    List<String> judged = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      write(3000);
      if (i == 1) {
        Files.move(log, dir.resolve("audit-2026-11-28T10-00-0" + i + ".000.log"));
        write(10);
      }
      int goal = 1500 * (i + 1);
      List<String> before = List.copyOf(judged);
      try (FalcoProcess killed = follow()) {
        killed.out.await(text -> before.size() + text.lines().count() > goal);
        killed.kill();
        append(judged, ids(killed.out));
      }
    }
    try (FalcoProcess last = follow()) {
      List<String> before = List.copyOf(judged);
      last.out.await(text -> text.contains("id=line-" + (written - 1) + " "));
      assertThat(last.terminate()).isZero();
      append(judged, ids(last.out));
      assertThat(before.size()).isLessThan(judged.size());
    }
    assertThat(judged).isEqualTo(all());
  }

  /** Adds what a process judged behind what those before it judged and it judged again. */
  private static void append(List<String> judged, List<String> more) {
    int again = more.isEmpty() ? -1 : judged.indexOf(more.get(0));
    int repeated = again < 0 ? 0 : judged.size() - again;
    assertThat(repeated).isLessThanOrEqualTo(1000);
    assertThat(more.size()).isGreaterThanOrEqualTo(repeated);
    assertThat(judged.subList(judged.size() - repeated, judged.size()))
        .isEqualTo(more.subList(0, repeated));
    judged.addAll(more.subList(repeated, more.size()));
  }

  @Test
  void aProcessThatIsAskedToEndRepeatsNothing() throws Exception {
    List<String> judged = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      write(2000);
      try (FalcoProcess process = follow()) {
        process.out.awaitLines(500);
        assertThat(process.terminate()).isZero();
        assertThat(process.err.text()).contains("Events detected: ");
        judged.addAll(ids(process.out));
      }
    }
    try (FalcoProcess last = follow()) {
      last.out.await(
          text -> judged.size() == written || text.contains("id=line-" + (written - 1) + " "));
      assertThat(last.terminate()).isZero();
      judged.addAll(ids(last.out));
    }
    assertThat(judged).isEqualTo(all());
  }
}
