package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.agent.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code falcoc shrink} as a user meets it. */
class ShrinkTest {
  private static final String RULES =
      """
      - rule: Secret opened
        desc: d
        condition: evt.type = open and fd.name = /etc/shadow
        output: "%proc.cmdline %fd.name"
        priority: WARNING
      - rule: Never
        desc: d
        condition: evt.type = open and fd.name = /nowhere
        output: o
        priority: INFO
      """;

  @TempDir private Path dir;
  private String rules = "";
  private String capture = "";
  private String out = "";

  @BeforeEach
  void files() throws IOException {
    rules = Files.writeString(dir.resolve("rules.yaml"), RULES).toString();
    byte[] events = Captures.opening("/tmp/a", "/etc/shadow", "/tmp/b", "/etc/shadow", "/tmp/c");
    capture = Files.write(dir.resolve("c.scap"), events).toString();
    out = dir.resolve("out.scap").toString();
  }

  private CommandRun shrink(String rule, String... more) {
    Stream<String> args = Stream.of("shrink", capture, "-r", rules, "--rule", rule, "-o", out);
    return CommandRun.falcoc(Stream.concat(args, Arrays.stream(more)).toArray(String[]::new));
  }

  @Test
  void writesWhatTheRuleStillFiresOn() {
    CommandRun run = shrink("Secret opened");
    assertThat(run.out()).contains("1 of 5 events").contains("event 1: cat x /etc/shadow");
    assertThat(run.code()).isZero();
    CommandRun replay = CommandRun.falcoRun("-r", rules, "-e", out);
    assertThat(replay.out()).hasLineCount(1).contains("cat x /etc/shadow");
  }

  @Test
  void overwritesOnlyWhenAskedTo() {
    assertThat(shrink("Secret opened").code()).isZero();
    assertFails(shrink("Secret opened"), ExitCode.USAGE, "exists already", "--force");
    CommandRun all = shrink("Secret opened", "--force", "--keep", "all");
    assertThat(all.out()).contains("2 of 5 events");
    out = capture;
    assertFails(shrink("Secret opened", "--force"), ExitCode.USAGE, "is read");
  }

  @Test
  void redacts() {
    assertThat(shrink("Secret opened", "--redact", "proc.args=***").out())
        .contains("cat *** /etc/shadow");
    assertFails(
        shrink("Secret opened", "--redact", "fd.name", "--force"),
        ExitCode.INVALID,
        "`shadow` of fd.name");
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    assertFails(shrink("Secret opend"), ExitCode.USAGE, "did you mean `Secret opened`?");
    assertFails(shrink("Never"), ExitCode.INVALID, "does not fire", "falcoc explain");
    assertFails(shrink("Never", "--keep", "most"), ExitCode.USAGE, "alert, rule or all");
    Files.writeString(Path.of(rules), RULES.replace("fd.name =", "fd.nme ="));
    assertThat(shrink("Never").err()).contains("error[").contains("rules.yaml:3:");
    Files.writeString(Path.of(rules), RULES);
    byte[] whole = Files.readAllBytes(Path.of(capture));
    Files.write(Path.of(capture), Arrays.copyOf(whole, whole.length - 20));
    assertFails(shrink("Secret opened"), ExitCode.SOURCE, "at byte");
    Files.delete(Path.of(capture));
    assertFails(shrink("Secret opened"), ExitCode.SOURCE, "no such file");
    assertThat(Path.of(out)).doesNotExist();
  }

  private static void assertFails(CommandRun run, int code, String... words) {
    assertThat(run.err()).contains("error: ").contains(words).doesNotContain("\tat ");
    assertThat(run.code()).isEqualTo(code);
  }
}
