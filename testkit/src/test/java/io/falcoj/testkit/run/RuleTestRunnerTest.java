package io.falcoj.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.testkit.scenario.Actor;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.ScenarioBuilder;
import io.falcoj.testkit.scenario.scap.ScenarioWriter;
import io.falcoj.testkit.suite.SuiteException;
import io.falcoj.testkit.suite.SuiteReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleTestRunnerTest {
  private static final String RULES =
      """
      - rule: Shadow opened
        desc: d
        condition: evt.type = openat and fd.name = /etc/shadow
        output: "%proc.name opened %fd.name"
        priority: WARNING
      - rule: Anything opened
        desc: d
        condition: evt.type = openat
        output: "%proc.name opened %fd.name"
        priority: INFO
      """;

  private static final String CASE = "tests:\n  - {name: a, events: a.scap.gz, expect: []}\n";

  @TempDir private Path dir;

  @BeforeEach
  void fixtures() throws IOException {
    Files.writeString(dir.resolve("rules.yaml"), RULES);
    ScenarioBuilder scenario = Scenario.on("m");
    Actor cat = scenario.process(200, "/bin/cat");
    cat.openat("/etc/shadow", "O_RDONLY");
    cat.openat("/etc/hosts", "O_RDONLY");
    cat.openat("/etc/hostname", "O_RDONLY");
    ScenarioWriter.write(scenario.build(), dir.resolve("a.scap.gz"));
  }

  private List<CaseResult> run(String suite) throws IOException, SuiteException, RulesException {
    Path file = dir.resolve("a.test.yaml");
    Files.writeString(file, suite);
    RuleTestRunner runner = new RuleTestRunner(RunOptions.of(List.of(dir.resolve("rules.yaml"))));
    return runner.run(SuiteReader.read(file), new RunListener() {}).cases();
  }

  private List<String> problems(String expect) throws Exception {
    return run("tests:\n  - {name: a, events: a.scap.gz, expect: " + expect + "}\n")
        .get(0)
        .problems()
        .stream()
        .map(Problem::message)
        .toList();
  }

  @Test
  void aCaseWhoseEventsCannotBeJudgedDoesNotPass() throws Exception {
    List<CaseResult> results =
        run(
            """
            tests:
              - name: without a time
                audit: [{kind: Event, apiVersion: audit.k8s.io/v1, auditID: a}]
                expect: []
              - name: without events
                audit: []
                expect: []
            """);
    assertThat(results).extracting(CaseResult::outcome).containsOnly(Outcome.BROKEN);
    assertThat(results.get(0).problems().get(0).message())
        .isEqualTo("1 of the events cannot be judged");
    assertThat(results.get(0).problems().get(0).details().get(0)).contains("no stageTimestamp");
    assertThat(results.get(1).problems().get(0).message())
        .isEqualTo("no events: nothing would be judged");
  }

  @Test
  void aDamagedLineOfARecordingIsAWarning() throws Exception {
    Files.writeString(
        dir.resolve("a.jsonl"),
        """
        {"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"a","stageTimestamp":"2026-03-02T09:00:00Z"}
        {"kind":"Event",
        {"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"b","stageTimestamp":"2026-03-02T09:00:01Z"}
        """);
    CaseResult result = run("tests:\n  - {name: a, events: a.jsonl, expect: []}\n").get(0);
    assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(result.warnings()).singleElement().asString().contains("line 2");
  }

  @Test
  void rulesThatWereCompiledBeforeAreNotCompiledAgain() throws Exception {
    List<Path> rules = List.of(dir.resolve("rules.yaml"));
    byte[] bundle =
        RuleCompiler.compile(RuleFiles.read(rules), CompilerOptions.defaults()).bundle();
    Path compiled = Files.write(dir.resolve("rules.jar"), bundle);
    Files.writeString(dir.resolve("rules.yaml"), "- rule: Without a condition\n");
    Files.writeString(
        dir.resolve("a.test.yaml"),
        CASE.replace("[]", "[{rule: Shadow opened}, {rule: Anything opened, count: 2}]"));
    RunResult result =
        new RuleTestRunner(RunOptions.of(rules).withBundle(compiled))
            .runAll(dir, new RunListener() {});
    assertThat(result.count(Outcome.PASSED)).isEqualTo(1);
  }

  @Test
  void passesWhenAlertsAreAsExpected() throws Exception {
    assertThat(
            problems(
                "[{rule: Shadow opened, priority: Warning}, {rule: Anything opened, count: 2}]"))
        .isEmpty();
  }

  @Test
  void allRulesAreAskedWhenTheSuiteSaysSo() throws Exception {
    List<CaseResult> results =
        run(
            """
            matching: all
            tests:
              - name: both
                events: a.scap.gz
                expect: [{rule: Shadow opened, count: 1}, {rule: Anything opened, count: 3}]
            """);
    assertThat(results.get(0).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void tellsAlertsThatAreMissing() throws Exception {
    assertThat(problems("[{rule: Shadow opened, count: 2}, {rule: Anything opened, count: 3}]"))
        .containsExactly(
            "rule \"Shadow opened\": expected 2 alerts, got 1",
            "rule \"Anything opened\": expected 3 alerts, got 2");
  }

  @Test
  void tellsAlertsThatAreTooMany() throws Exception {
    assertThat(problems("[{rule: Shadow opened}, {rule: Anything opened, count: {max: 1}}]"))
        .containsExactly(
            "rule \"Anything opened\": expected at most 1 alert, got 2; event 3 is one too many");
    assertThat(problems("[{rule: Anything opened}]"))
        .singleElement()
        .asString()
        .startsWith(
            "rule \"Shadow opened\": 1 alert that the case does not expect, for event 1: cat opened"
                + " /etc/shadow");
  }

  @Test
  void tellsAnotherPriority() throws Exception {
    assertThat(problems("[{rule: Shadow opened, priority: ERROR}, {rule: Anything opened}]"))
        .containsExactly("rule \"Shadow opened\": expected priority Error, got Warning (event 1)");
  }

  @Test
  void tellsAFixtureThatCannotBeReadToItsEnd() throws Exception {
    byte[] whole = Files.readAllBytes(dir.resolve("a.scap.gz"));
    Files.write(dir.resolve("cut.scap.gz"), Arrays.copyOf(whole, whole.length / 2));
    List<CaseResult> results = run("tests:\n  - {name: a, events: cut.scap.gz, expect: []}\n");
    assertThat(results.get(0).outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(results.get(0).problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .startsWith(dir.resolve("cut.scap.gz") + ": ");
  }

  @Test
  void judgesScenariosThatAreTold() throws Exception {
    List<CaseResult> results =
        run(
            """
            tests:
              - name: cat opens two files
                scenario:
                  processes: [{pid: 200, exe: /bin/cat}]
                  steps:
                    - {pid: 200, openat: {path: /etc/shadow, flags: [O_RDONLY]}}
                    - {pid: 200, openat: {path: /etc/hosts, flags: [O_RDONLY]}}
                expect:
                  - {rule: Shadow opened, count: 1}
                  - {rule: Anything opened, count: 1}
            """);
    assertThat(results.get(0).problems()).isEmpty();
  }

  @Test
  void judgesAuditEventsThatAreWritten() throws Exception {
    Files.writeString(
        dir.resolve("audit.yaml"),
        """
        - rule: Secret read
          desc: d
          condition: ka.verb = get and ka.target.resource = secrets
          output: "%ka.user.name %ka.response.code"
          priority: WARNING
          source: k8s_audit
        """);
    List<CaseResult> results =
        run(
            """
            rules: [audit.yaml]
            tests:
              - name: as YAML
                audit:
                  - &event
                    kind: Event
                    apiVersion: audit.k8s.io/v1
                    auditID: 1f0d3a52-6d1f-4f4a-9d57-7f5b2a1f5c10
                    stage: ResponseComplete
                    verb: get
                    user: {username: eve}
                    objectRef: {resource: secrets, namespace: shop, name: db}
                    responseStatus: {code: 200}
                    stageTimestamp: "2026-03-02T09:00:00.000000Z"
                  - *event
                expect: [{rule: Secret read, count: 2}]
              - name: as JSON
                audit: >-
                  {"kind": "Event", "apiVersion": "audit.k8s.io/v1", "verb": "get", "auditID": "1",
                  "stage": "ResponseComplete", "objectRef": {"resource": "secrets"},
                  "stageTimestamp": "2026-03-02T09:00:00.000000Z"}
                expect: [{rule: Secret read, count: 1}]
            """);
    assertThat(results).extracting(CaseResult::problems).containsOnly(List.of());
  }

  @Test
  void rulesOfTheSuiteTakeThePlaceOfTheProjects() throws Exception {
    Files.writeString(dir.resolve("none.yaml"), "[]\n");
    List<CaseResult> results =
        run("rules: [none.yaml]\ntests:\n  - {name: a, events: a.scap.gz, expect: []}\n");
    assertThat(results.get(0).problems()).isEmpty();
  }

  @Test
  void runsEveryFileBelowAFolder() throws Exception {
    Files.createDirectories(dir.resolve("b"));
    Files.writeString(
        dir.resolve("a.test.yaml"), CASE + "---\n" + CASE.replace("name: a", "name: b"));
    Files.writeString(dir.resolve("b/b.test.yaml"), CASE.replace("a.scap", "../a.scap"));
    List<String> files = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void ran(Path file, List<CaseResult> results) {
            files.add(file.getFileName() + " " + results.size());
          }
        };
    RunResult all =
        new RuleTestRunner(RunOptions.of(List.of(dir.resolve("rules.yaml")))).runAll(dir, listener);
    assertThat(files).containsExactly("a.test.yaml 2", "b.test.yaml 1");
    assertThat(all.count(Outcome.FAILED)).isEqualTo(3);
  }

  @Test
  void rulesThatDoNotCompileEndTheRun() throws IOException {
    Files.writeString(dir.resolve("bad.yaml"), RULES.replace("fd.name =", "fd.nmae ="));
    assertThatThrownBy(
            () -> run("rules: [bad.yaml]\ntests:\n  - {name: a, events: a.scap.gz, expect: []}\n"))
        .isInstanceOf(RulesException.class)
        .hasMessageContaining("bad.yaml:3:36")
        .hasMessageContaining("fd.nmae");
  }
}
