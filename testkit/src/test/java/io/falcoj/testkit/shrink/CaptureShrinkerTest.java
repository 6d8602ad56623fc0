package io.falcoj.testkit.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.testkit.replay.LoadedRules;
import io.falcoj.testkit.replay.RuleAlert;
import io.falcoj.testkit.replay.RuleJudge;
import io.falcoj.testkit.scenario.Actor;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.ScenarioBuilder;
import io.falcoj.testkit.scenario.scap.ScenarioWriter;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureShrinkerTest {
  private static final String RULES =
      """
      - rule: Shell under nginx
        desc: d
        condition: evt.type = openat and proc.name = sh and proc.pname = nginx and fd.name = /etc/shadow
        output: "%user.name %proc.cmdline parent=%proc.pname file=%fd.name"
        priority: WARNING
      - rule: Secret read
        desc: d
        condition: ka.verb = get and ka.target.resource = secrets and ka.target.name = token
        output: "%ka.user.name read %ka.target.name"
        priority: WARNING
        source: k8s_audit
      - rule: Off
        desc: d
        condition: evt.type = openat
        output: o
        priority: INFO
        enabled: false
      """;

  private static final Path CORPUS =
      Path.of(System.getProperty("falcoj.corpus", "../../shared/corpus"));

  @TempDir private Path dir;

  private static RuleJudge judge(String rule) throws Exception {
    return judge(List.of(new SourceFile("rules.yaml", RULES)), rule);
  }

  private static RuleJudge judge(List<SourceFile> files, String name) throws Exception {
    LoadedRules rules = LoadedRules.compile(files, "rules");
    return new RuleJudge(rules, rules.find(name).orElseThrow(), false);
  }

  private static List<String> texts(Shrunk shrunk) {
    return shrunk.alerts().stream().map(RuleAlert::message).toList();
  }

  private static List<RuleAlert> judged(RuleJudge judge, byte[] recording) throws Exception {
    return judge.judge(ReplaySources.open("shrunk", new ByteArrayInputStream(recording))).alerts();
  }

  /** A busy machine on which one shell does what it should not. */
  private Path busy(int events) throws Exception {
    ScenarioBuilder scenario = Scenario.on("m");
    Actor cron = scenario.process(100, "/usr/sbin/cron");
    Actor nginx = scenario.process(200, "/usr/sbin/nginx");
    for (int i = 0; i < 300; i++) {
      scenario.process(1_000 + i, "/usr/bin/worker");
    }
    Actor shell = null;
    for (int i = 0; i < events; i++) {
      if (i == events / 10) {
        shell = nginx.fork(3_000);
      } else if (i == events / 3) {
        shell.execve("/bin/sh", "-c", "cat /etc/shadow");
      } else if (i == events - events / 4) {
        shell.openat("/etc/shadow", "O_RDONLY");
      } else {
        cron.openat("/var/spool/cron/job" + i % 50, "O_RDONLY");
      }
    }
    Path file = dir.resolve("busy.scap.gz");
    ScenarioWriter.write(scenario.build(), file);
    return file;
  }

  @Test
  void oneAlertOfAnHourOnABusyMachineIsAHandfulOfEvents() throws Exception {
    Path busy = busy(50_000);
    RuleJudge judge = judge("Shell under nginx");
    long begin = System.nanoTime();
    Shrunk shrunk = new CaptureShrinker(judge, Keep.ALERT).shrink(busy, Redaction.NONE);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(1));
    assertThat(shrunk.eventsBefore()).isGreaterThanOrEqualTo(50_000);
    assertThat(shrunk.events()).isLessThanOrEqualTo(30).isGreaterThan(0);
    assertThat(shrunk.entries()).isLessThanOrEqualTo(10);
    assertThat(texts(shrunk))
        .containsExactly("root sh -c cat /etc/shadow parent=nginx file=/etc/shadow");
    assertThat(judged(judge, shrunk.recording())).isEqualTo(shrunk.alerts());
    assertThat(new CaptureShrinker(judge, Keep.ALERT).shrink(busy, Redaction.NONE).recording())
        .as("the same capture gives the same bytes")
        .isEqualTo(shrunk.recording());
  }

  @Test
  void keepsAsMuchOfTheVerdictAsAskedFor() throws Exception {
    ScenarioBuilder scenario = Scenario.on("m");
    Actor nginx = scenario.process(200, "/usr/sbin/nginx");
    Actor shell = nginx.fork(300);
    shell.execve("/bin/sh", "-c", "one");
    shell.openat("/etc/shadow", "O_RDONLY");
    shell.openat("/etc/hosts", "O_RDONLY");
    shell.openat("/etc/shadow", "O_RDONLY");
    Path file = dir.resolve("twice.scap");
    ScenarioWriter.write(scenario.build(), file);
    RuleJudge judge = judge("Shell under nginx");
    assertThat(new CaptureShrinker(judge, Keep.ALL).shrink(file, Redaction.NONE).alerts())
        .hasSize(2);
    assertThat(new CaptureShrinker(judge, Keep.ALERT).shrink(file, Redaction.NONE).alerts())
        .hasSize(1);
    assertThat(texts(new CaptureShrinker(judge, Keep.RULE).shrink(file, Redaction.NONE)))
        .hasSize(1);
  }

  @Test
  void shrinksAuditLogs() throws Exception {
    StringBuilder log = new StringBuilder("[");
    for (int i = 0; i < 500; i++) {
      log.append(i == 0 ? "" : ",\n").append(audit(i == 321 ? "token" : "t" + i));
    }
    Path file = dir.resolve("audit.json");
    Files.writeString(file, log.append("]"));
    Shrunk shrunk =
        new CaptureShrinker(judge("Secret read"), Keep.ALERT).shrink(file, Redaction.NONE);
    assertThat(shrunk.capture()).isFalse();
    assertThat(new String(shrunk.recording(), StandardCharsets.UTF_8))
        .hasLineCount(1)
        .contains("\"name\": \"token\"");
    assertThat(shrunk.events()).isEqualTo(1);
    assertThat(shrunk.eventsBefore()).isEqualTo(500);
  }

  private static String audit(String name) {
    return """
        {"kind": "Event", "apiVersion": "audit.k8s.io/v1", "stage": "ResponseComplete",
         "auditID": "a-%s", "verb": "get", "user": {"username": "ann@corp.example"},
         "stageTimestamp": "2024-05-01T09:00:00.000001Z",
         "objectRef": {"resource": "secrets", "namespace": "shop", "name": "%s"}}"""
        .formatted(name, name);
  }

  @Test
  void saysWhyItCannotShrink() throws Exception {
    Path busy = busy(20);
    assertThatThrownBy(
            () -> new CaptureShrinker(judge("Off"), Keep.ALERT).shrink(busy, Redaction.NONE))
        .isInstanceOf(ShrinkException.class)
        .hasMessageContaining("does not fire")
        .hasMessageContaining("disabled");
    assertThatThrownBy(
            () ->
                new CaptureShrinker(judge("Secret read"), Keep.ALERT).shrink(busy, Redaction.NONE))
        .isInstanceOf(ShrinkException.class)
        .hasMessageContaining("k8s_audit");
  }

  @Test
  void shrinksWhatARealMachineRecorded() throws Exception {
    Path capture = CORPUS.resolve("captures/sysflow_objectstore_download.scap");
    assumeTrue(Files.exists(capture), "no corpus at " + CORPUS);
    String rule =
        """
        - rule: Connection of a child
          desc: d
          condition: evt.type = connect and proc.pname exists and fd.sport exists
          output: "%proc.cmdline connects to %fd.name parent=%proc.pname"
          priority: INFO
        """;
    RuleJudge judge = judge(List.of(new SourceFile("r.yaml", rule)), "Connection of a child");
    for (Keep keep : Keep.values()) {
      Shrunk shrunk = new CaptureShrinker(judge, keep).shrink(capture, Redaction.NONE);
      assertThat(shrunk.eventsBefore()).isGreaterThan(11_000);
      assertThat(shrunk.events()).isLessThanOrEqualTo(30);
      assertThat(judged(judge, shrunk.recording())).isEqualTo(shrunk.alerts());
    }
  }
}
