package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.agent.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FalcoRunTest {
  private static final String RULES =
      """
      - rule: Shadow read
        desc: reads the shadow file
        condition: evt.type = open and fd.name = /etc/shadow
        output: shadow by %proc.name (file=%fd.name)
        priority: WARNING
        tags: [b, a]
      - rule: Any open
        desc: opens anything
        condition: evt.type = open
        output: open %fd.name
        priority: INFO
      """;

  private static final String PLAIN = "append_output[0].suggested_output=false";

  @TempDir private Path dir;
  private String rules = "";
  private String capture = "";

  @BeforeEach
  void files() throws IOException {
    rules = file("rules.yaml", RULES.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    capture = file("c.scap", Captures.opening("/etc/shadow", "/tmp/a\"b"));
  }

  private String file(String name, byte[] content) throws IOException {
    return Files.write(dir.resolve(name), content).toString();
  }

  @Test
  void printsAlertsAsTextAndASummaryBesideThem() {
    CommandRun run = CommandRun.falcoRun("-r", rules, "-e", capture, "-o", PLAIN);
    assertThat(run.outLines())
        .containsExactly(
            "16:17:57.000000000: Warning shadow by cat (file=/etc/shadow)",
            "16:17:58.000000000: Informational open /tmp/a\\\"b");
    assertThat(run.err().lines())
        .containsExactly(
            "Events detected: 2",
            "Rule counts by severity:",
            "   WARNING: 1",
            "   INFO: 1",
            "Triggered rules by rule name:",
            "   Shadow read: 1",
            "   Any open: 1");
    assertThat(run.code()).isZero();
  }

  @Test
  void appendsSuggestedFieldsByDefault() {
    CommandRun run = CommandRun.falcoRun("-r", rules, "-e", capture);
    assertThat(run.outLines().get(0))
        .endsWith(
            "(file=/etc/shadow) container_id=host container_name=host"
                + " container_image_repository= container_image_tag= k8s_pod_name=<NA>"
                + " k8s_ns_name=<NA>");
  }

  @Test
  void rulesThatAreSwitchedOnJudgeBehindThoseThatAreOn() {
    String off = "rules[0].disable.rule=Shadow read";
    String on = "rules[1].enable.rule=Shadow *";
    CommandRun run =
        CommandRun.falcoRun("-r", rules, "-e", capture, "-o", PLAIN, "-o", off, "-o", on);
    assertThat(run.outLines().get(0)).contains("Informational open /etc/shadow");
    run =
        CommandRun.falcoRun(
            "-r", rules, "-e", capture, "-o", PLAIN, "-o", off, "-o", on, "--all-matches");
    assertThat(run.outLines().get(0)).contains("Informational open /etc/shadow");
    assertThat(run.outLines().get(1)).contains("Warning shadow");
    assertThat(run.outLines()).hasSize(3);
  }

  @Test
  void appendsTheFormatOfTheOldOption() {
    CommandRun run =
        CommandRun.falcoRun("-r", rules, "-e", capture, "-o", PLAIN, "-p", "n=%evt.num");
    assertThat(run.outLines().get(0)).endsWith("(file=/etc/shadow) n=1");
    assertThat(run.err()).contains("-p is deprecated");
    for (String details : new String[] {"-pc", "-pcontainer", "-pk", "--print=kubernetes"}) {
      run = CommandRun.falcoRun("-r", rules, "-e", capture, "-o", PLAIN, details);
      assertThat(run.outLines().get(0)).endsWith("(file=/etc/shadow)");
    }
  }

  @Test
  void constantsOfTheConfigurationAreFields() throws IOException {
    String own =
        file(
            "static.yaml",
            """
            - rule: R
              desc: d
              condition: evt.type = open and static.place startswith ho
              output: at %static.place
              priority: INFO
            """
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String[] set = {"-o", "static_fields.place=home", "-o", "static_fields.area=1"};
    CommandRun run = CommandRun.falcoRun("-r", own, "-e", capture, set[0], set[1], set[2], set[3]);
    assertThat(run.outLines().get(0))
        .contains("at home static_area=1 static_place=home container_id=host");
    run =
        CommandRun.falcoRun(
            "-r", own, "-e", capture, "--json", set[0], set[1], set[2], set[3], "-o", PLAIN);
    assertThat(run.outLines().get(0)).contains("\"static.place\":\"home\"");
    assertThat(CommandRun.falcoRun("-V", own, set[0], set[1]).out()).contains("Ok");
    run = CommandRun.falcoRun("-r", own, "-e", capture);
    assertThat(run.code()).isEqualTo(ExitCode.INVALID);
    assertThat(run.err()).contains("static.place");
  }

  @Test
  void printsJsonWithSortedKeys() {
    CommandRun run =
        CommandRun.falcoRun(
            "-r", rules, "-e", capture, "--json", "-o", PLAIN, "-o", "time_format_iso_8601=true");
    assertThat(run.outLines().get(0))
        .isEqualTo(
            "{\"hostname\":\"testhost\",\"output\":\"2016-08-04T16:17:57.000000000+0000: Warning"
                + " shadow by cat (file=/etc/shadow)\",\"output_fields\":{\"evt.time.iso8601\":"
                + "1470327477000000000,\"fd.name\":\"/etc/shadow\",\"proc.name\":\"cat\"},"
                + "\"priority\":\"Warning\",\"rule\":\"Shadow read\",\"source\":\"syscall\","
                + "\"tags\":[\"a\",\"b\"],\"time\":\"2016-08-04T16:17:57.000000000Z\"}");
  }

  @Test
  void leavesJsonPropertiesOutWhenTold() {
    CommandRun run =
        CommandRun.falcoRun(
            "-r",
            rules,
            "-e",
            capture,
            "--json",
            "-o",
            PLAIN,
            "-o",
            "json_include_output_property=false",
            "-o",
            "json_include_output_fields_property=false",
            "-o",
            "json_include_tags_property=false",
            "-o",
            "json_include_message_property=true");
    assertThat(run.outLines().get(0))
        .isEqualTo(
            "{\"hostname\":\"testhost\",\"message\":\"shadow by cat (file=/etc/shadow)\","
                + "\"priority\":\"Warning\",\"rule\":\"Shadow read\",\"source\":\"syscall\","
                + "\"time\":\"2016-08-04T16:17:57.000000000Z\"}");
  }

  @Test
  void alertsForEveryRuleWhenAsked() {
    CommandRun run = CommandRun.falcoRun("-r", rules, "-e", capture, "--all-matches");
    assertThat(run.outLines()).hasSize(3);
  }

  @Test
  void leavesOutRulesBelowThePriority() {
    CommandRun run = CommandRun.falcoRun("-r", rules, "-e", capture, "-o", "priority=${LEVEL}");
    assertThat(run.code()).isEqualTo(ExitCode.INVALID);
    run = CommandRun.falcoRun("-r", rules, "-e", capture, "-o", "priority=warning");
    assertThat(run.outLines()).hasSize(1);
  }

  @Test
  void switchesRulesByNameAndTag() {
    CommandRun run =
        CommandRun.falcoRun(
            "-r",
            rules,
            "-e",
            capture,
            "-o",
            "rules[]={disable: {rule: '*'}}",
            "-o",
            "rules[]={enable: {tag: a}}");
    assertThat(run.outLines()).hasSize(1);
  }

  @Test
  void stopsBehindTheGivenSecondsOfTheRecording() {
    CommandRun run = CommandRun.falcoRun("-r", rules, "-e", capture, "-M", "1");
    assertThat(run.outLines()).hasSize(1);
  }

  @Test
  void readsStandardInputAndCompressedCaptures() {
    byte[] input = Captures.openingInGzip("/etc/shadow");
    CommandRun run = CommandRun.falcoRunReading(input, "-r", rules, "-e", "-");
    assertThat(run.outLines()).hasSize(1);
  }

  @Test
  void judgesSeveralRecordingsOneAfterTheOther() {
    CommandRun run = CommandRun.falcoRun("-r", rules, "-e", capture, "-e", capture, "--stats");
    assertThat(run.outLines()).hasSize(4);
    assertThat(run.err())
        .contains("events judged: 4")
        .contains("threads known: 2")
        .contains("descriptors without room: 0");
  }

  @Test
  void runsACompiledBundle() {
    String jar = dir.resolve("b.jar").toString();
    assertThat(CommandRun.falcoc("compile", "-o", jar, rules).code()).isZero();
    CommandRun run = CommandRun.falcoRun(jar, "-e", capture);
    assertThat(run.outLines()).hasSize(2);
    assertThat(run.code()).isZero();
  }

  @Test
  void replaysTheShippedCaptureWhenThereIsNothingElse() throws IOException {
    Files.createDirectories(dir.resolve("captures"));
    Files.createDirectories(dir.resolve("rules"));
    String shipped = file("captures/first-look.scap.gz", Captures.openingInGzip("/etc/shadow"));
    String jar = dir.resolve("rules/falcoj-rules.jar").toString();
    assertThat(CommandRun.falcoc("compile", "-o", jar, rules).code()).isZero();
    CommandRun run = CommandRun.falcoRunIn(dir, "-o", "engine.kind=nodriver");
    assertThat(run.outLines()).hasSize(1);
    assertThat(run.err())
        .contains("this machine cannot be watched: `engine.kind` rules it out", shipped);
    assertThat(run.code()).isZero();
  }

  @Test
  void judgesWhatCameBeforeTheDamage() throws IOException {
    byte[] whole = Captures.opening("/etc/shadow", "/tmp/b");
    String cut = file("cut.scap", Arrays.copyOf(whole, whole.length - 20));
    CommandRun run = CommandRun.falcoRun("-r", rules, "-e", cut);
    assertThat(run.outLines()).hasSize(1);
    assertThat(run.err()).contains("error: " + cut + ": ").containsPattern("at byte \\d+");
    assertThat(run.err()).contains("Events detected: 1").doesNotContain("\tat ");
    assertThat(run.code()).isEqualTo(ExitCode.SOURCE);
  }

  @Test
  void saysWhatIsWrongWithARecording() throws IOException {
    assertFails("no such file", ExitCode.SOURCE, "-e", dir.resolve("none.scap").toString());
    assertFails("", ExitCode.SOURCE, "-e", file("zero.scap", new byte[0]));
    assertFails(
        "",
        ExitCode.SOURCE,
        "-e",
        file("text.scap", "no capture".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertFails("is a directory", ExitCode.SOURCE, "-e", dir.toString());
  }

  private void assertFails(String message, int code, String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "-r";
    args[1] = rules;
    System.arraycopy(more, 0, args, 2, more.length);
    CommandRun run = CommandRun.falcoRun(args);
    assertThat(run.err()).contains("error: ").contains(message).doesNotContain("\tat ");
    assertThat(run.code()).isEqualTo(code);
  }

  @Test
  void appendsAlertsToAFile() throws IOException {
    Path alerts = dir.resolve("alerts.txt");
    CommandRun run =
        CommandRun.falcoRun(
            "-r",
            rules,
            "-e",
            capture,
            "-o",
            "file_output.enabled=true",
            "-o",
            "file_output.filename=" + alerts,
            "-o",
            "stdout_output.enabled=false");
    assertThat(run.out()).isEmpty();
    assertThat(Files.readAllLines(alerts)).hasSize(2);
  }

  @Test
  void listsRulesFieldsAndEvents() {
    assertThat(CommandRun.falcoRun("-r", rules, "-L").out()).contains("Shadow read");
    assertThat(CommandRun.falcoRun("--list-fields").out()).contains("proc.name").contains("ka.");
    assertThat(CommandRun.falcoRun("--list-fields=syscall").out()).doesNotContain("ka.verb");
    assertThat(CommandRun.falcoRun("--list-fields=x").code()).isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.falcoRun("--list-events").out()).contains("openat(");
  }

  @Test
  void refusesWrongUsage() {
    CommandRun run = CommandRun.falcoRun("--no-such-option");
    assertThat(run.err()).contains("error: Unknown option: '--no-such-option'");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.falcoRun("-r", rules, "-o", "engine.kind=nodriver").code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.falcoRun("-e", capture).err()).contains("ships no rules");
  }

  @Test
  void dryRunJudgesNothing() {
    CommandRun run = CommandRun.falcoRun("-r", rules, "-e", capture, "--dry-run");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isZero();
  }
}
