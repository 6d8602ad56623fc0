package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.agent.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code falco-run --record}. */
class RecordTest {
  private static final String RULES =
      """
      - {rule: Any open, desc: d, condition: evt.type = open,
         output: open %fd.name by %proc.name, priority: INFO}
      """;

  @TempDir private Path dir;
  private String rules = "";
  private String capture = "";
  private String recorded = "";

  @BeforeEach
  void files() throws IOException {
    rules = Files.writeString(dir.resolve("rules.yaml"), RULES).toString();
    capture = Files.write(dir.resolve("c.scap"), Captures.opening("/a", "/b")).toString();
    recorded = dir.resolve("out.scap").toString();
  }

  @Test
  void writesWhatItReads() throws IOException {
    CommandRun run = CommandRun.falcoRun("-r", rules, "-e", capture, "--record", recorded);
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("recorded 2 events in " + recorded);
    assertThat(Path.of(recorded)).hasSameBinaryContentAs(Path.of(capture));
  }

  @Test
  void compressesWhenTheNameSaysSo() {
    String zipped = recorded + ".gz";
    CommandRun.falcoRun("-r", rules, "-e", capture, "--record", zipped);
    assertThat(CommandRun.falcoRun("-r", rules, "-e", zipped).outLines()).hasSize(2);
  }

  @Test
  void showsOnlyEventsThatTheFilterMatches() {
    CommandRun run =
        CommandRun.falcoRun(
            "-r", rules, "-e", capture, "--record", recorded, "--filter", "fd.name = '/b'");
    assertThat(run.outLines()).as("the filter is for the recording only").hasSize(2);
    assertThat(CommandRun.falcoRun("-r", rules, "-e", recorded).outLines())
        .singleElement()
        .asString()
        .contains("open /b by cat");
  }

  @Test
  void recordsWhatCameBeforeTheDamage() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of(capture));
    String cut = dir.resolve("cut.scap").toString();
    Files.write(Path.of(cut), java.util.Arrays.copyOf(whole, whole.length - 20));
    CommandRun run = CommandRun.falcoRun("-r", rules, "-e", cut, "--record", recorded);
    assertThat(run.code()).isEqualTo(ExitCode.SOURCE);
    assertThat(CommandRun.falcoRun("-r", rules, "-e", recorded).outLines()).hasSize(1);
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    Path audit = Files.write(dir.resolve("a.json"), "{}".getBytes(StandardCharsets.UTF_8));
    assertFails("cannot be recorded", ExitCode.SOURCE, "-e", audit.toString(), recorded);
    assertFails("as well", ExitCode.USAGE, "-e", capture, capture);
    String missing = dir.resolve("none/out.scap").toString();
    assertFails("no such directory", ExitCode.SOURCE, "-e", capture, missing);
    assertFails("unknown event type", ExitCode.INVALID, "-e", capture, recorded, "evt.type = x");
    CommandRun alone = CommandRun.falcoRun("-r", rules, "-e", capture, "--filter", "evt.num = 1");
    assertThat(alone.err()).contains("--filter needs --record FILE");
    assertThat(alone.code()).isEqualTo(ExitCode.USAGE);
  }

  private void assertFails(String message, int code, String e, String from, String... to) {
    CommandRun run =
        to.length == 1
            ? CommandRun.falcoRun("-r", rules, e, from, "--record", to[0])
            : CommandRun.falcoRun("-r", rules, e, from, "--record", to[0], "--filter", to[1]);
    assertThat(run.err()).contains("error").contains(message).doesNotContain("\tat ");
    assertThat(run.code()).isEqualTo(code);
  }
}
