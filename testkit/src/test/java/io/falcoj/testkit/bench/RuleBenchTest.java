package io.falcoj.testkit.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.compiler.source.SourceFile;
import io.falcoj.testkit.bench.BenchResult.Cost;
import io.falcoj.testkit.replay.NamedFixture;
import io.falcoj.testkit.scenario.Actor;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.ScenarioBuilder;
import io.falcoj.testkit.suite.Fixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleBenchTest {
  private static final String RULES =
      """
      - rule: Costly
        desc: d
        condition: evt.type = openat and fd.name regex '.*(a|b)+x(c|d)+y.*'
        output: o
        priority: INFO
      - rule: Idle
        desc: d
        condition: evt.type = ptrace
        output: o
        priority: INFO
      - rule: Off
        desc: d
        condition: evt.type = openat
        output: o
        priority: INFO
        enabled: false
      """;

  private static BenchResult measure(List<NamedFixture> fixtures) throws Exception {
    return new RuleBench(List.of(new SourceFile("r.yaml", RULES)), Duration.ofMillis(20))
        .measure(fixtures);
  }

  @Test
  void tellsACostlyRuleFromAnIdleOne() throws Exception {
    ScenarioBuilder scenario = Scenario.on("m");
    Actor cat = scenario.process(100, "/bin/cat");
    for (int i = 0; i < 2_000; i++) {
      cat.openat("/srv/" + "abababababxcdcdcdcd".repeat(10) + i, "O_RDONLY");
    }
    BenchResult result =
        measure(List.of(new NamedFixture("cat", new Fixture.Told(scenario.build()))));
    assertThat(result.events()).isEqualTo(2_000);
    assertThat(result.rules()).extracting(Cost::rule).containsExactly("Costly", "Idle");
    assertThat(result.all()).isGreaterThan(result.none());
    assertThat(BenchText.lines(result))
        .anyMatch(line -> line.startsWith("1 fixtures, 2,000 events, 2 rules; JDK "))
        .anyMatch(line -> line.contains("Costly  r.yaml:1"));
    assertThat(BenchJson.render(result)).contains("\"rule\" : \"Costly\"");
  }

  @Test
  void equalCostsAreInTheOrderOfNames() {
    BenchResult result =
        new BenchResult(
            1,
            1,
            "17",
            1,
            1,
            1,
            List.of(new Cost("b", "p", 0, 0), new Cost("a", "p", 0, 0), new Cost("c", "p", 1, 1)));
    assertThat(result.rules()).extracting(Cost::rule).containsExactly("c", "a", "b");
  }

  @Test
  void withoutEventsThereIsNothingToMeasure() {
    assertThatThrownBy(() -> measure(List.of()))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("no fixtures");
  }
}
