package io.falcoj.testkit.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.testkit.RuleRepository;
import io.falcoj.testkit.coverage.CoverageMinimum.Shortfall;
import io.falcoj.testkit.run.RunResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTest {
  private static final String RULES =
      """
      - list: shells
        items: [bash, sh]

      - macro: starts_a_shell
        condition: evt.type = execve and proc.name in (shells)

      - macro: never
        condition: evt.num = 0

      - rule: Shell
        desc: d
        condition: starts_a_shell and not never and not proc.pname = cron
        output: o
        priority: INFO
        tags: [T1059.004, mitre_execution]
        exceptions:
          - name: known
            fields: [proc.pname, proc.name]
            comps: [=, =]
            values:
              - [sshd, bash]
              - [login, sh]

      - rule: Shell of root
        desc: d
        condition: starts_a_shell and user.uid = 0
        output: o
        priority: INFO
        tags: [T1078]
        enabled: false
      """;

  private static final String CASE =
      """
        - name: %s
          scenario:
            processes: [{pid: 7, exe: %s}]
            steps: [{pid: 7, spawn: {pid: 8, exe: %s}}]
          expect: [%s]
      """;

  @TempDir private Path folder;
  private RuleRepository repository;

  @BeforeEach
  void rules() throws Exception {
    repository = new RuleRepository(folder).rules("shells.yaml", RULES);
  }

  private CoverageReport run(String... cases) throws Exception {
    repository.tests("a.test.yaml", "tests:\n" + String.join("", cases));
    CoverageRecorder recorder = new CoverageRecorder(List.of(repository.rules()));
    RunResult result = repository.run("a.test.yaml", recorder);
    assertThat(result.passed()).isTrue();
    return recorder.data().report();
  }

  private static String aCase(String parent, String child, String... fired) {
    String expected = fired.length == 0 ? "" : "{rule: " + fired[0] + "}";
    return CASE.formatted(parent + " " + child, parent, child, expected);
  }

  private List<String> missing(CoverageReport report) {
    return CoverageText.uncovered(report.uncovered()).stream()
        .map(line -> line.replace(repository.rules().toString(), "").replaceAll(" +", " "))
        .toList();
  }

  @Test
  void eachCheckIsSeenToHoldAndNotTo() throws Exception {
    CoverageReport report = run(aCase("/usr/sbin/nginx", "/bin/sh", "Shell"));
    assertThat(missing(report))
        .containsExactly(
            "/shells.yaml:5:36 never false: proc.name in (shells)",
            "/shells.yaml:12:51 never true: proc.pname = cron",
            "/shells.yaml:21:12 never true: proc.pname = sshd",
            "/shells.yaml:21:18 never evaluated: proc.name = bash",
            "/shells.yaml:22:12 never true: proc.pname = login",
            "/shells.yaml:22:19 never evaluated: proc.name = sh");
  }

  @Test
  void aTypeThatTheRuleIsNotShownMakesItsCheckFalseAsInExplanations() throws Exception {
    // The clone of a spawn is such an event.
    CoverageReport report = run(aCase("/usr/sbin/nginx", "/bin/sh", "Shell"));
    assertThat(report.checks().get(0).text()).isEqualTo("evt.type = execve");
    assertThat(report.checks().get(0).missing()).isEmpty();
  }

  @Test
  void casesTogetherShowEverything() throws Exception {
    CoverageReport report =
        run(
            aCase("/usr/sbin/nginx", "/bin/sh", "Shell"),
            aCase("/usr/sbin/nginx", "/bin/ls"),
            aCase("/usr/sbin/cron", "/bin/sh"),
            aCase("/usr/sbin/sshd", "/bin/bash"),
            aCase("/usr/sbin/sshd", "/bin/sh", "Shell"),
            aCase("/bin/login", "/bin/sh"),
            aCase("/bin/login", "/bin/bash", "Shell"));
    assertThat(missing(report)).isEmpty();
    assertThat(report.sides()).isEqualTo(new Sides(14, 14));
  }

  @Test
  void whatHasOneOutcomeAlwaysIsNotAskedFor() throws Exception {
    CoverageReport report = run(aCase("/usr/sbin/nginx", "/bin/sh", "Shell"));
    assertThat(report.checks()).noneMatch(check -> check.text().equals("evt.num = 0"));
  }

  @Test
  void rulesThatAreOffAskForNothing() throws Exception {
    CoverageReport report = run(aCase("/usr/sbin/nginx", "/bin/sh", "Shell"));
    assertThat(report.rules()).extracting(r -> r.rule().name()).containsExactly("Shell");
    assertThat(report.checks()).noneMatch(check -> check.text().equals("user.uid = 0"));
  }

  @Test
  void aTechniqueCountsWithACaseThatFiresAndOneThatDoesNot() throws Exception {
    assertThat(run(aCase("/usr/sbin/nginx", "/bin/sh", "Shell")).techniques())
        .singleElement()
        .satisfies(t -> assertThat(t.id()).isEqualTo("T1059.004"))
        .satisfies(t -> assertThat(t.counts()).isFalse());
    CoverageReport both =
        run(aCase("/usr/sbin/nginx", "/bin/sh", "Shell"), aCase("/usr/sbin/nginx", "/bin/ls"));
    assertThat(both.techniques()).singleElement().satisfies(t -> assertThat(t.counts()).isTrue());
    assertThat(both.tags())
        .extracting(CoverageReport.TagCoverage::tag, CoverageReport.TagCoverage::tested)
        .contains(org.assertj.core.groups.Tuple.tuple("mitre_execution", 1));
    assertThat(NavigatorLayer.render("rules", both))
        .contains("\"techniqueID\" : \"T1059.004\"")
        .contains("\"comment\" : \"Shell (tested)\"");
  }

  @Test
  void dataOfSeveralRunsIsThatOfOne() throws Exception {
    String[] cases = {
      aCase("/usr/sbin/nginx", "/bin/sh", "Shell"), aCase("/usr/sbin/sshd", "/bin/bash")
    };
    CoverageRecorder first = new CoverageRecorder(List.of(repository.rules()));
    repository.tests("a.test.yaml", "tests:\n" + cases[0]).run("a.test.yaml", first);
    CoverageRecorder second = new CoverageRecorder(List.of(repository.rules()));
    repository.tests("b.test.yaml", "tests:\n" + cases[1]).run("b.test.yaml", second);
    assertThat(CoverageJson.render(first.data().plus(second.data()).report()))
        .isEqualTo(CoverageJson.render(run(cases)));
  }

  @Test
  void belowTheMinimumTheMissingSidesAreListed() throws Exception {
    CoverageReport report = run(aCase("/usr/sbin/nginx", "/bin/sh", "Shell"));
    List<Shortfall> shortfalls = new CoverageMinimum(0.8, 0, 0).check(report);
    List<String> lines = CoverageText.shortfalls(shortfalls);
    assertThat(lines.get(0))
        .isEqualTo(
            "coverage of all rules is 42.8 % (6 of 14 sides of checks), less than the minimum of"
                + " 80 %:");
    assertThat(lines).anyMatch(l -> l.endsWith("shells.yaml:12:51  never true: proc.pname = cron"));
    assertThat(new CoverageMinimum(0.4, 0, 0).check(report)).isEmpty();
    assertThat(new CoverageMinimum(0, 0.5, 0.5).check(report))
        .extracting(Shortfall::subject)
        .containsExactly("rule \"Shell\"", repository.rules().resolve("shells.yaml").toString());
  }

  @Test
  void aMinimumIsARatioOrAPercentage() {
    assertThat(CoverageMinimum.parse("0.85")).isEqualTo(0.85);
    assertThat(CoverageMinimum.parse("85%")).isEqualTo(0.85);
    assertThatThrownBy(() -> CoverageMinimum.parse("85"))
        .hasMessage("'85' is no minimum: write a ratio such as 0.8, or 80%");
  }
}
