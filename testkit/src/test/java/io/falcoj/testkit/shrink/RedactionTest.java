package io.falcoj.testkit.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.compiler.source.SourceFile;
import io.falcoj.testkit.replay.LoadedRules;
import io.falcoj.testkit.replay.RuleAlert;
import io.falcoj.testkit.replay.RuleJudge;
import io.falcoj.testkit.scenario.Actor;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.ScenarioBuilder;
import io.falcoj.testkit.scenario.User;
import io.falcoj.testkit.scenario.scap.ScenarioWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactionTest {
  private static final String RULES =
      """
      - rule: Key read
        desc: d
        condition: evt.type = openat and fd.name startswith /home and fd.name endswith .pem
        output: "%user.name %proc.cmdline file=%fd.name parent=%proc.pcmdline"
        priority: WARNING
      - rule: Connection
        desc: d
        condition: evt.type = connect
        output: "%fd.name"
        priority: INFO
      - rule: Secret read
        desc: d
        condition: ka.verb = get and ka.target.resource = secrets
        output: "%ka.user.name read %ka.target.namespace/%ka.target.name"
        priority: WARNING
        source: k8s_audit
      """;

  @TempDir private Path dir;
  private Path capture = Path.of("");

  @BeforeEach
  void capture() throws Exception {
    ScenarioBuilder scenario = Scenario.on("m");
    User ann = scenario.user(1000, "annabelle");
    Actor shell = scenario.process(200, "/bin/bash", p -> p.args("/home/ann/deploy.sh").as(ann));
    Actor cat = shell.fork(300);
    cat.execve("/bin/cat", "/home/ann/acme-key.pem");
    cat.openat("/home/ann/acme-key.pem", "O_RDONLY");
    cat.openat("/home/ann/acme-key.pem.pub", "O_RDONLY");
    capture = dir.resolve("c.scap");
    ScenarioWriter.write(scenario.build(), capture);
  }

  private Shrunk redact(String rule, Path file, Redaction redaction) throws Exception {
    LoadedRules rules = LoadedRules.compile(List.of(new SourceFile("r.yaml", RULES)), "rules");
    RuleJudge judge = new RuleJudge(rules, rules.find(rule).orElseThrow(), false);
    return new CaptureShrinker(judge, Keep.ALERT).shrink(file, redaction);
  }

  private Shrunk redact(List<String> fields, String... except) throws Exception {
    return redact("Key read", capture, Redaction.of(fields, List.of(except), false));
  }

  private static String alert(Shrunk shrunk) {
    return shrunk.alerts().stream().map(RuleAlert::message).reduce("", String::concat);
  }

  private static String text(Shrunk shrunk) {
    return new String(shrunk.recording(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void replacesAValueWhereverItStands() throws Exception {
    Shrunk shrunk = redact(List.of("fd.name", "user.name", "proc.pcmdline"), "home", "cat", "pem");
    assertThat(text(shrunk)).doesNotContain("acme", "annabelle", "/ann/", "deploy");
    assertThat(alert(shrunk))
        .as("the same for the same word, and as long")
        .matches("[a-z]{9} cat (/home/[a-z]{3}/[a-z]{4}-[a-z]{3}\\.pem) file=\\1 parent=\\S+ .*");
    assertThat(shrunk.left()).isEmpty();
    assertThat(
            redact(List.of("fd.name", "user.name", "proc.pcmdline"), "home", "cat", "pem")
                .recording())
        .isEqualTo(shrunk.recording());
  }

  @Test
  void refusesToRedactWhatTheRuleNeedsAndNamesIt() {
    assertThatThrownBy(() -> redact(List.of("fd.name")))
        .isInstanceOf(ShrinkException.class)
        .hasMessageContaining("`home` of fd.name")
        .hasMessageContaining("--redact-except");
  }

  @Test
  void putsAGivenTextInPlaceOfAValue() throws Exception {
    assertThat(alert(redact(List.of("user.name=somebody")))).startsWith("somebody cat /home/ann/");
    assertThat(alert(redact(List.of("fd.name=/home/x.pem"))))
        .contains("cat /home/x.pem file=/home/x.pem");
  }

  @Test
  void keepsDirectoriesWhenAskedTo() throws Exception {
    Redaction redaction = Redaction.of(List.of("proc.args"), List.of("acme-key", "pem"), true);
    assertThat(alert(redact("Key read", capture, redaction)))
        .contains("cat /home/ann/acme-key.pem");
  }

  @Test
  void saysWhatItCannotReplace() throws Exception {
    ScenarioBuilder scenario = Scenario.on("m");
    Actor client = scenario.process(200, "/bin/nc");
    client.socket(3, "AF_INET");
    client.connect(3, "10.0.0.5:40000->203.0.113.9:4444");
    Path file = dir.resolve("connect.scap");
    ScenarioWriter.write(scenario.build(), file);
    Shrunk shrunk = redact("Connection", file, Redaction.of(List.of("fd.name"), List.of(), false));
    assertThat(shrunk.left()).hasSize(1).first().asString().contains("203.0.113.9:4444");
  }

  @Test
  void redactsAuditEvents() throws Exception {
    Path log = dir.resolve("audit.json");
    Files.writeString(
        log,
        """
        {"kind":"Event","apiVersion":"audit.k8s.io/v1","stage":"ResponseComplete","auditID":"a",\
        "verb":"get","user":{"username":"ann@corp.example"},\
        "requestURI":"/api/v1/namespaces/shop/secrets/token",\
        "stageTimestamp":"2024-05-01T09:00:00.000001Z",\
        "objectRef":{"resource":"secrets","namespace":"shop","name":"token"}}
        """);
    Redaction redaction =
        Redaction.of(List.of("ka.user.name", "ka.target.namespace=ns"), List.of(), false);
    Shrunk shrunk = redact("Secret read", log, redaction);
    assertThat(text(shrunk)).doesNotContain("ann", "corp", "shop").contains("/namespaces/ns/");
    assertThat(alert(shrunk)).matches("[a-z]{3}@[a-z]{4}\\.[a-z]{7} read ns/token");
  }

  @Test
  void refusesFieldsThatDoNotExist() {
    assertThatThrownBy(() -> redact(List.of("usr.name")))
        .isInstanceOf(ShrinkException.class)
        .hasMessageContaining("no field `usr.name`");
    assertThatThrownBy(() -> redact(List.of("user.name=")))
        .isInstanceOf(ShrinkException.class)
        .hasMessageContaining("1 to 255");
  }
}
