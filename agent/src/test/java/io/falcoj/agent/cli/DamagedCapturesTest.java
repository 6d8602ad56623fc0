package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.agent.console.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every damaged capture: the events before the damage are judged, as many as the real engine hands
 * out; then one message says what and where, and the command fails.
 */
class DamagedCapturesTest {
  private static final String EVERYTHING =
      """
      - rule: everything
        desc: any event
        condition: evt.num > 0
        output: e
        priority: INFO
        warn_evttypes: false
      """;

  @TempDir private Path dir;

  @TestFactory
  List<DynamicTest> eventsBeforeTheDamageAreJudged() throws IOException {
    Path corpus = Path.of(System.getProperty("falcoj.corpus", "../../shared/corpus"));
    assumeTrue(Files.isDirectory(corpus), () -> "no conformance corpus at " + corpus);
    List<DynamicTest> tests = new ArrayList<>();
    String text;
    try (InputStream in = Files.newInputStream(corpus.resolve("golden-falco/events.jsonl.gz"))) {
      text = new String(new GZIPInputStream(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String line : text.lines().toList()) {
      JsonNode row = new ObjectMapper().readTree(line);
      String capture = row.get("capture").asText();
      if (capture.startsWith("captures/derived/")) {
        Path file = corpus.resolve(capture);
        tests.add(DynamicTest.dynamicTest(capture, () -> compare(file, row)));
      }
    }
    return tests;
  }

  private void compare(Path capture, JsonNode row) throws IOException {
    Path rules = Files.writeString(dir.resolve("rules.yaml"), EVERYTHING);
    CommandRun run = CommandRun.falcoRun("-r", rules.toString(), "-e", capture.toString());
    assertThat(run.outLines()).hasSize(row.get("events").asInt());
    List<String> errors = run.err().lines().filter(line -> line.startsWith("error")).toList();
    // upstream does not look at the second length of event blocks
    boolean contradicts = capture.toString().endsWith("__corrupt_trailer.scap");
    if (row.get("exit_status").asInt() == 0 && !contradicts) {
      assertThat(errors).isEmpty();
      assertThat(run.code()).isEqualTo(ExitCode.OK);
    } else {
      assertThat(errors)
          .singleElement()
          .asString()
          .startsWith("error: " + capture + ": ")
          .matches(".* \\(at byte \\d+( of the unpacked bytes)?\\)")
          .doesNotContain("Exception");
      assertThat(run.code()).isEqualTo(ExitCode.SOURCE);
    }
  }
}
