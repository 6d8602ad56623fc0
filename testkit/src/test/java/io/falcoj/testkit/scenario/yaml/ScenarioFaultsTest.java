package io.falcoj.testkit.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.testkit.yaml.Fault;
import io.falcoj.testkit.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each mistake in a scenario is told with its place, what is known, and what was probably meant.
 */
class ScenarioFaultsTest {
  private static final List<String> KEYS = List.of("name", "text", "faults");

  @TestFactory
  Stream<DynamicTest> mistakesAreTold() {
    return Cases.of("faults.yaml", KEYS).stream()
        .map(test -> DynamicTest.dynamicTest(test.text("name"), () -> run(test)));
  }

  private static void run(YamlMap test) {
    List<Fault> faults = new ArrayList<>();
    Cases.read(test.text("text"), faults::addAll);
    assertThat(faults)
        .extracting(ScenarioFaultsTest::said)
        .containsExactlyElementsOf(test.texts("faults"));
  }

  private static String said(Fault fault) {
    String hint = fault.hint() == null ? "" : "; " + fault.hint();
    return fault.line() + ":" + fault.column() + ": " + fault.message() + hint;
  }
}
