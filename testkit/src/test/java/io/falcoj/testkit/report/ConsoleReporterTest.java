package io.falcoj.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.Outcome;
import io.falcoj.testkit.run.Problem;
import io.falcoj.testkit.run.RunResult;
import io.falcoj.testkit.run.Timeline;
import io.falcoj.testkit.suite.Fixture;
import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsoleReporterTest {
  private static final Path FILE = Path.of("src/test/falco/shell.test.yaml");
  private final List<String> lines = new ArrayList<>();
  private final ConsoleReporter reporter = new ConsoleReporter(lines::add);

  private static CaseResult result(String name, int line, String... problems) {
    RuleTest test = new RuleTest(name, line, new Fixture.Recording(Path.of("a.scap")), List.of());
    RuleTestSuite suite = new RuleTestSuite(FILE, List.of(), false, List.of(test));
    List<Problem> told =
        Stream.of(problems)
            .map(p -> new Problem(Problem.Kind.MISSING, "r", line, p, List.of()))
            .toList();
    Outcome outcome = told.isEmpty() ? Outcome.PASSED : Outcome.FAILED;
    return new CaseResult(suite, test, outcome, told, List.of(), Timeline.EMPTY, 1_500_000);
  }

  @Test
  void saysOnlyHowManyPassed() {
    reporter.ran(FILE, List.of(result("a", 2), result("b", 5)));
    assertThat(lines)
        .containsExactly("Tests run: 2, Failures: 0, Time elapsed: 0.003 s -- in shell.test.yaml");
  }

  @Test
  void namesFailuresWithTheirPlaceAndWhatWentWrong() {
    List<CaseResult> results = List.of(result("a", 2), result("b", 5, "first", "second"));
    reporter.ran(FILE, results);
    reporter.finished(new RunResult(results, 0));
    assertThat(lines)
        .containsExactly(
            "Tests run: 2, Failures: 1, Time elapsed: 0.003 s -- in shell.test.yaml",
            "  FAILED  b  (" + FILE + ":5)",
            "    first",
            "    second",
            "Tests run: 2, Failures: 1");
  }
}
