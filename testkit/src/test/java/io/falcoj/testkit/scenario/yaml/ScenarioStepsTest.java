package io.falcoj.testkit.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.source.SourceFile;
import io.falcoj.testkit.Judged;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.scap.Call;
import io.falcoj.testkit.yaml.Faults;
import io.falcoj.testkit.yaml.YamlFile;
import io.falcoj.testkit.yaml.YamlMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What rules see of each kind of step: written as YAML, made into a capture, read and judged. */
class ScenarioStepsTest {
  private static final List<String> KEYS = List.of("name", "scenario", "if", "show", "gives");

  @TestFactory
  Stream<DynamicTest> stepsGiveTheirEvents() {
    return Cases.of("steps.yaml", KEYS).stream()
        .map(test -> DynamicTest.dynamicTest(test.text("name"), () -> run(test)));
  }

  private static void run(YamlMap test) {
    YamlFile file = new YamlFile(new SourceFile("steps.yaml", ""));
    Faults faults = new Faults(file);
    Scenario scenario = ScenarioReader.read(test.require("scenario"), faults);
    assertThat(faults.all()).isEmpty();
    assertThat(Judged.by(scenario, test.text("if"), test.text("show")))
        .containsExactlyElementsOf(test.texts("gives"));
  }

  @TestFactory
  Stream<DynamicTest> everyCallCanBeAStepThatSaysNothing() {
    return Call.names().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        Cases.read(
                            "{processes: [{pid: 200, exe: /bin/sh}], steps: [{pid: 200, %s: }]}"
                                .formatted(name),
                            faults -> assertThat(faults).isEmpty())));
  }
}
