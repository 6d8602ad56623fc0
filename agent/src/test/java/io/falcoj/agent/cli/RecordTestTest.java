package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.agent.console.ExitCode;
import io.falcoj.testkit.run.RuleTestRunner;
import io.falcoj.testkit.run.RunListener;
import io.falcoj.testkit.run.RunOptions;
import io.falcoj.testkit.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code falcoc record} as a user meets it: what it writes is a test that passes. */
class RecordTestTest {
  private static final String RULES =
      """
      - rule: "Secret: opened"
        desc: d
        condition: evt.type = open and fd.name = /etc/shadow
        output: "%proc.cmdline %fd.name"
        priority: WARNING
      - rule: Any open
        desc: d
        condition: evt.type = open
        output: o
        priority: INFO
      - rule: Pod made
        desc: d
        condition: ka.verb = create
        output: o
        priority: NOTICE
        source: k8s_audit
      """;

  private static final String AUDIT =
      """
      {"kind":"Event","apiVersion":"audit.k8s.io/v1","stage":"ResponseComplete","auditID":"a",\
      "verb":"VERB","user":{"username":"ann"},"stageTimestamp":"2024-05-01T09:00:00.000001Z",\
      "objectRef":{"resource":"pods","namespace":"shop","name":"web"}}
      """;

  @TempDir private Path dir;
  private String rules = "";
  private String capture = "";
  private Path test = Path.of("");

  @BeforeEach
  void files() throws IOException {
    rules = Files.writeString(dir.resolve("rules.yaml"), RULES).toString();
    byte[] events = Captures.opening("/tmp/a", "/etc/shadow", "/tmp/b", "/etc/shadow", "/tmp/c");
    capture = Files.write(dir.resolve("c.scap"), events).toString();
    test = dir.resolve("tests/shadow-is-read.test.yaml");
  }

  private CommandRun record(String... more) {
    Stream<String> args = Stream.of("record", "-r", rules, "-o", test.toString());
    return CommandRun.falcoc(Stream.concat(args, Arrays.stream(more)).toArray(String[]::new));
  }

  private RunResult tested() throws Exception {
    return new RuleTestRunner(RunOptions.of(List.of()))
        .runAll(test.getParent(), new RunListener() {});
  }

  @Test
  void makesATestThatPasses() throws Exception {
    CommandRun run = record(capture, "--rule", "Secret: opened");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("shadow-is-read.scap.gz: 2 events match")
        .contains("expects \"Secret: opened\" 2 times");
    assertThat(test)
        .hasContent(
            """
            # What the rules say about events of c.scap: rule "Secret: opened"
            rules: [../rules.yaml]
            tests:
              - name: shadow is read
                events: shadow-is-read.scap.gz
                expect:
                  - rule: "Secret: opened"
                    count: 2
                    priority: WARNING
            """);
    assertThat(tested().passed()).isTrue();
    assertThat(tested().cases()).hasSize(1);
  }

  @Test
  void takesTheEventsOfACondition() throws Exception {
    assertThat(record(capture, "--filter", "fd.name startswith /tmp", "--name", "a/b").code())
        .isZero();
    assertThat(test).content().contains("name: \"a/b\"", "- rule: Any open", "count: 3");
    assertThat(tested().passed()).isTrue();
    assertThat(record(capture, "--filter", "fd.name = /tmp/b", "--force", "--shrink").out())
        .contains("\"Any open\" once");
    assertThat(tested().passed()).isTrue();
  }

  @Test
  void cutsAuditLogs() throws Exception {
    Path log = dir.resolve("audit.json");
    Files.writeString(log, AUDIT.replace("VERB", "get") + AUDIT.replace("VERB", "create"));
    assertThat(record(log.toString(), "--filter", "ka.verb = create").code()).isZero();
    assertThat(test.resolveSibling("shadow-is-read.json")).content().hasLineCount(1);
    assertThat(test).content().contains("Pod made", "NOTICE");
    assertThat(tested().passed()).isTrue();
  }

  @Test
  void overwritesOnlyWhenAskedTo() throws IOException {
    Files.createDirectories(test.getParent());
    Files.writeString(test, "mine");
    assertFails(record(capture, "--rule", "Any open"), ExitCode.USAGE, "exists already");
    assertThat(test).hasContent("mine");
    assertThat(record(capture, "--rule", "Any open", "--force").code()).isZero();
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    assertFails(record(capture, "--rule", "Any opn"), ExitCode.USAGE, "did you mean `Any open`?");
    assertFails(
        record(capture, "--filter", "fd.name = /x"), ExitCode.INVALID, "no event", "fd.name = /x");
    assertFails(record(capture), ExitCode.USAGE, "--filter");
    assertFails(record("--rule", "Any open"), ExitCode.USAGE, "name one recording");
    assertFails(record("--live"), ExitCode.USAGE, "--seconds");
    assertFails(record("--live", "--seconds", "1"), ExitCode.USAGE, "--filter");
    assertFails(record("--live", "--seconds", "1", "true"), ExitCode.USAGE, "behind --");
    assertFails(record("--live", "true"), ExitCode.USAGE, "falco-run: cannot be started");
    CommandRun condition = record(capture, "--filter", "fd.nme = x");
    assertThat(condition.err()).contains("error[", "filter:1:");
    assertThat(condition.code()).isEqualTo(ExitCode.INVALID);
    byte[] whole = Files.readAllBytes(Path.of(capture));
    Files.write(Path.of(capture), Arrays.copyOf(whole, whole.length - 20));
    assertFails(record(capture, "--rule", "Any open"), ExitCode.SOURCE, "at byte");
    assertThat(test).doesNotExist();
    test = dir.resolve("test.yaml");
    assertFails(record(capture, "--rule", "Any open"), ExitCode.USAGE, ".test.yaml");
  }

  private static void assertFails(CommandRun run, int code, String... words) {
    assertThat(run.err()).contains("error: ").contains(words).doesNotContain("\tat ");
    assertThat(run.code()).isEqualTo(code);
  }
}
