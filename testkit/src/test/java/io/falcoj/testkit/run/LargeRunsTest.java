package io.falcoj.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.testkit.scenario.Actor;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.ScenarioBuilder;
import io.falcoj.testkit.scenario.scap.ScenarioWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However much there is, what is said and kept of it is little, and comes in order. */
class LargeRunsTest {
  @TempDir private Path dir;

  private List<CaseResult> run(String rules, String tests, int threads) throws Exception {
    Files.writeString(dir.resolve("rules.yaml"), rules);
    Path file = Files.writeString(dir.resolve("a.test.yaml"), tests);
    RuleTestRunner runner =
        new RuleTestRunner(RunOptions.of(List.of(dir.resolve("rules.yaml"))).withThreads(threads));
    return runner.run(runner.read(List.of(file)), new RunListener() {}).cases();
  }

  @Test
  void aHundredThousandUnexpectedAlerts() throws Exception {
    ScenarioBuilder scenario = Scenario.on("m");
    Actor cat = scenario.process(200, "/bin/cat");
    for (int i = 0; i < 100_000; i++) {
      cat.openat("/etc/" + i, "O_RDONLY");
    }
    ScenarioWriter.write(scenario.build(), dir.resolve("a.scap"));
    CaseResult result =
        run(
                """
                - rule: Opened
                  desc: d
                  condition: evt.type = openat
                  output: "%fd.name"
                  priority: INFO
                """,
                "tests: [{name: a, events: a.scap, expect: []}]", 1)
            .get(0);
    assertThat(result.alertCount()).isEqualTo(100_000);
    assertThat(result.alerts()).hasSize(CaseResult.MOST_ALERTS);
    assertThat(result.timeline().events()).isEqualTo(100_000);
    assertThat(result.timeline().counts()).hasSize(60).allMatch(n -> n > 1500 && n < 1800);
    assertThat(result.timeline().counts().stream().mapToInt(n -> n).sum()).isEqualTo(100_000);
    assertThat(result.problems()).hasSize(1);
    assertThat(result.problems().get(0).message())
        .isEqualTo(
            "rule \"Opened\": 100000 alerts that the case does not expect, the first for event 1:"
                + " /etc/0");
    assertThat(result.problems().get(0).details()).hasSizeLessThan(10);
  }

  @Test
  void aThousandMacrosInEachOther() throws Exception {
    StringBuilder rules = new StringBuilder("- {macro: m0, condition: fd.name = /etc/shadow}\n");
    for (int i = 1; i <= 1000; i++) {
      rules.append("- {macro: m%d, condition: m%d and evt.type = openat}\n".formatted(i, i - 1));
    }
    rules.append("- {rule: R, desc: d, condition: m1000, output: x, priority: INFO}\n");
    CaseResult result =
        run(
                rules.toString(),
                """
                tests:
                  - name: a
                    scenario:
                      processes: [{pid: 7, exe: /bin/a}]
                      steps: [{pid: 7, openat: {path: /etc/hosts}}]
                    expect: [{rule: R}]
                """,
                1)
            .get(0);
    assertThat(result.problems().get(0).details())
        .hasSizeLessThan(45)
        .allMatch(line -> line.length() < 200)
        .anyMatch(line -> line.startsWith("> false") && line.contains("/etc/hosts"));
  }

  @Test
  void resultsComeInTheOrderOfTheFileOnAnyNumberOfThreads() throws Exception {
    StringBuilder tests = new StringBuilder("tests:\n");
    for (int i = 0; i < 300; i++) {
      tests.append(
          "  - name: case %d\n    scenario: {processes: [{pid: 7, exe: /bin/a%d}], "
              .formatted(i, i));
      tests.append("steps: [{pid: 7, openat: {path: /etc/%d}}]}\n".formatted(i));
      tests.append(
          "    expect: [{rule: R, count: 1, output: {equals: a%d}}]\n"
              .formatted(i % 3 == 0 ? 0 : i));
    }
    String rules =
        "- {rule: R, desc: d, condition: evt.type = openat, output: '%proc.name', priority: INFO}";
    List<String> alone = said(run(rules, tests.toString(), 1));
    assertThat(alone).hasSize(300);
    assertThat(said(run(rules, tests.toString(), 4))).isEqualTo(alone);
  }

  private static List<String> said(List<CaseResult> results) {
    List<String> said = new ArrayList<>();
    for (CaseResult result : results) {
      said.add(result.test().name() + " " + result.outcome() + " " + result.problems());
    }
    return said;
  }
}
