package io.falcoj.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.testkit.run.TestResult;
import io.falcoj.testkit.suite.Fixture;
import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleReporterTest {
  private static final Path FILE = Path.of("src/test/falco/shell.test.yaml");
  private final List<String> lines = new ArrayList<>();
  private final ConsoleReporter reporter = new ConsoleReporter(lines::add);

  private static TestResult result(String name, int line, String... problems) {
    RuleTest test = new RuleTest(name, line, new Fixture.Recording(Path.of("a.scap")), List.of());
    RuleTestSuite suite = new RuleTestSuite(FILE, List.of(), false, List.of(test));
    return new TestResult(suite, test, List.of(problems), 1_500_000);
  }

  @Test
  void saysOnlyHowManyPassed() {
    reporter.file(FILE, List.of(result("a", 2), result("b", 5)));
    assertThat(lines)
        .containsExactly("Tests run: 2, Failures: 0, Time elapsed: 0.003 s -- in shell.test.yaml");
  }

  @Test
  void namesFailuresWithTheirPlaceAndWhatWentWrong() {
    List<TestResult> results = List.of(result("a", 2), result("b", 5, "first", "second"));
    reporter.file(FILE, results);
    reporter.total(results);
    assertThat(lines)
        .containsExactly(
            "Tests run: 2, Failures: 1, Time elapsed: 0.003 s -- in shell.test.yaml",
            "  FAILED  b  (" + FILE + ":5)",
            "    first",
            "    second",
            "Tests run: 2, Failures: 1");
  }
}
