package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.agent.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code falcoc diff} as a user meets it. */
class DiffTest {
  private static final String RULES =
      """
      - rule: Secret opened
        desc: d
        condition: evt.type = open and fd.name in (/etc/shadow, /etc/gshadow)
        output: "%proc.cmdline %fd.name"
        priority: WARNING
      """;

  @TempDir private Path dir;
  private String before = "";
  private String after = "";
  private String capture = "";

  @BeforeEach
  void files() throws IOException {
    before = Files.writeString(dir.resolve("before.yaml"), RULES).toString();
    after = dir.resolve("after.yaml").toString();
    Files.writeString(Path.of(after), RULES.replace("/etc/shadow, ", ""));
    byte[] events = Captures.opening("/tmp/a", "/etc/shadow", "/etc/gshadow");
    capture = Files.write(dir.resolve("c.scap"), events).toString();
  }

  @Test
  void namesTheEventsThatShowADifference() {
    CommandRun run = CommandRun.falcoc("diff", before, after, "-e", capture);
    assertThat(run.out())
        .contains("~ Secret opened  (narrowed)  " + after + ":1")
        .contains("1 event: matched before only")
        .contains(capture + " event 2: open  cat x  /etc/shadow")
        .contains("now: fd.name in (/etc/gshadow) is false, saw /etc/shadow");
    assertThat(run.code()).isEqualTo(ExitCode.DIFFERENT);
  }

  @Test
  void noDifferenceIsSuccess() {
    CommandRun run = CommandRun.falcoc("diff", before, before, "-e", capture);
    assertThat(run.out()).contains("no rule differs");
    assertThat(run.code()).isZero();
    assertThat(CommandRun.falcoc("diff", "--before", before, before).code()).isZero();
  }

  @Test
  void printsJsonAndMarkdown() throws IOException {
    CommandRun json = CommandRun.falcoc("diff", before, after, "-e", capture, "--json");
    JsonNode change = new ObjectMapper().readTree(json.out()).at("/changes/0");
    assertThat(change.at("/condition/direction").asText()).isEqualTo("narrowed");
    assertThat(change.at("/condition/lost/first/0/event").asInt()).isEqualTo(2);
    CommandRun markdown = CommandRun.falcoc("diff", before, after, "--markdown");
    assertThat(markdown.out()).startsWith("### Rule changes\n").contains("| Secret opened |");
    assertThat(markdown.code()).isEqualTo(ExitCode.DIFFERENT);
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    assertFails(CommandRun.falcoc("diff", before), ExitCode.USAGE, "--from");
    assertFails(
        CommandRun.falcoc("diff", "--from", "x", "--before", before, after),
        ExitCode.USAGE,
        "either");
    assertFails(CommandRun.falcoc("diff", before, "none.yaml"), ExitCode.INVALID, "no such file");
    assertFails(
        CommandRun.falcoc("diff", before, after, "--tests", "none"), ExitCode.INVALID, "none");
    byte[] whole = Files.readAllBytes(Path.of(capture));
    Files.write(Path.of(capture), Arrays.copyOf(whole, whole.length - 20));
    CommandRun damaged = CommandRun.falcoc("diff", before, after, "-e", capture);
    assertFails(damaged, ExitCode.SOURCE, "at byte");
    assertThat(damaged.out()).contains("event 2: open");
    Files.writeString(Path.of(after), RULES.replace("fd.name", "fd.nme"));
    assertThat(CommandRun.falcoc("diff", before, after).err()).contains("error[", "after.yaml:3:");
  }

  private static void assertFails(CommandRun run, int code, String... words) {
    assertThat(run.err()).contains("error: ").contains(words).doesNotContain("\tat ");
    assertThat(run.code()).isEqualTo(code);
  }
}
