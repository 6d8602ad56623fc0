package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same log gives the same alerts through webhook, file, followed file and standard input. */
class FourWaysTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("falcoj.corpus", "../../shared/corpus"));

  @TempDir private Path dir;

  @Test
  void ofALogOfOurOwn() throws Exception {
    Path rules = Files.writeString(dir.resolve("rules.yaml"), AuditEvents.RULES);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      lines.append(AuditEvents.lines("e" + i));
      if (i % 100 == 50) {
        lines.append(AuditEvents.events("a" + i, "b" + i)).append('\n').append("rubbish\n");
      }
    }
    assertThat(compare(rules, Files.writeString(dir.resolve("log.json"), lines))).isEqualTo(510);
  }

  @Test
  void ofRecordedLogs() throws Exception {
    assumeTrue(Files.isDirectory(CORPUS), () -> "no conformance corpus at " + CORPUS);
    StringBuilder lines = new StringBuilder();
    try (Stream<Path> files = Files.list(CORPUS.resolve("k8s_audit/derived"))) {
      for (Path file : files.filter(f -> f.toString().contains("ndjson")).sorted().toList()) {
        lines.append(Files.readString(file).strip()).append('\n');
      }
    }
    Path log = Files.writeString(dir.resolve("log.json"), lines);
    Path rules = CORPUS.resolve("corpora/plugins/HEAD/k8saudit/k8s_audit_rules.yaml");
    int alerts = compare(rules, log);
    System.out.printf("one log, four ways: %d alerts each%n", alerts);
    assertThat(alerts).isPositive();
  }

  /** Judges a log in every way; returns the number of alerts. */
  private int compare(Path rules, Path log) throws Exception {
    String file = CommandRun.falcoRun("-r", rules.toString(), "-e", log.toString()).out();
    byte[] bytes = Files.readAllBytes(log);
    assertThat(CommandRun.falcoRunReading(bytes, "-r", rules.toString(), "-e", "-").out())
        .isEqualTo(file);
    assertThat(posted(rules, log)).isEqualTo(file);
    assertThat(followed(rules, log, (int) file.lines().count())).isEqualTo(file);
    return (int) file.lines().count();
  }

  /** Half by curl, half by another client, in one body each. */
  private String posted(Path rules, Path log) throws Exception {
    List<String> lines = Files.readAllLines(log);
    int half = lines.size() / 2;
    Path first = Files.write(dir.resolve("first.json"), lines.subList(0, half));
    try (LiveRun run = LiveRun.of("-r", rules.toString(), "--k8s-audit-listen", "127.0.0.1:0")) {
      Process curl =
          new ProcessBuilder(
                  "curl",
                  "-s",
                  "-o",
                  dir.resolve("answer").toString(),
                  "-w",
                  "%{http_code}",
                  "-H",
                  "Content-Type: application/json",
                  "--data-binary",
                  "@" + first,
                  run.url())
              .start();
      String status = new String(curl.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(curl.waitFor()).isZero();
      assertThat(status).isIn("200", "400");
      String rest = String.join("\n", lines.subList(half, lines.size()));
      assertThat(Poster.http1(run.url()).post(rest).statusCode()).isIn(200, 400);
      run.stop();
      return run.out.text();
    }
  }

  /** A shell writes the log line by line and rotates it three times on the way. */
  private String followed(Path rules, Path log, int alerts) throws Exception {
    Path live = Files.createDirectories(dir.resolve("live-" + alerts)).resolve("audit.log");
    try (LiveRun run =
        LiveRun.of(
            "-r",
            rules.toString(),
            "--k8s-audit-follow",
            live.toString(),
            "-o",
            "k8s_audit.state_file=" + live.resolveSibling("state.json"))) {
      // What was rotated before the first look is an earlier log.
      run.err.await(text -> text.contains("waiting for it"));
      writer(log, live).waitFor();
      run.out.awaitLines(alerts);
      run.stop();
      return run.out.text();
    }
  }

  private static Process writer(Path log, Path live) throws IOException {
    long lines;
    try (Stream<String> all = Files.lines(log)) {
      lines = all.count();
    }
    List<String> command = new ArrayList<>();
    command.add("sh");
    command.add("-c");
    command.add(
        """
        n=0
        while IFS= read -r line; do
          printf '%s\\n' "$line" >> "$1"
          n=$((n + 1))
          if [ $((n % $2)) -eq 0 ]; then mv "$1" "$1.$n"; fi
        done
        """);
    command.addAll(List.of("writer", live.toString(), String.valueOf(lines / 4 + 1)));
    return new ProcessBuilder(command).redirectInput(log.toFile()).start();
  }
}
