package io.falcoj.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.Outcome;
import io.falcoj.testkit.run.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleReporterTest {
  private final List<String> lines = new ArrayList<>();
  private final ConsoleReporter reporter = new ConsoleReporter(lines::add);

  @Test
  void saysOnlyHowManyPassed() {
    reporter.ran(Results.FILE, List.of(Results.passed("a"), Results.passed("b")));
    assertThat(lines)
        .containsExactly(
            "Tests run: 2, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.003 s --"
                + " in a.test.yaml");
  }

  @Test
  void namesFailuresWithTheirPlaceAndWhatWentWrong() {
    List<CaseResult> results = List.of(Results.passed("a"), Results.failed("b", "first", "second"));
    reporter.ran(Results.FILE, results);
    reporter.finished(new RunResult(results, 0));
    assertThat(lines)
        .containsExactly(
            "Tests run: 2, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.003 s <<< FAILURE!"
                + " -- in a.test.yaml",
            "  FAILED  b  (" + Results.FILE + ":7)",
            "    first",
            "      > false  a = b",
            "    second",
            "      > false  a = b",
            "Tests run: 2, Failures: 1, Errors: 0, Skipped: 0");
  }

  @Test
  void tellsWhatWasLeftOutOfACaseThatPassed() {
    CaseResult passed = Results.passed("a");
    CaseResult warned =
        new CaseResult(
            passed.suite(),
            passed.test(),
            passed.outcome(),
            passed.problems(),
            passed.alerts(),
            passed.alertCount(),
            passed.timeline(),
            List.of("line 2 is damaged"),
            passed.nanos());
    reporter.ran(Results.FILE, List.of(warned));
    assertThat(lines)
        .endsWith("  WARNING  a  (" + Results.FILE + ":7)", "    warning: line 2 is damaged");
  }

  @Test
  void tellsWhatIsMarkedAndWhatBroke() {
    reporter.ran(
        Results.FILE,
        List.of(
            Results.of("a", Outcome.TODO, "no alert"),
            Results.of("b", Outcome.TODO_PASSED),
            Results.of("c", Outcome.BROKEN, "no such file")));
    assertThat(lines)
        .startsWith(
            "Tests run: 3, Failures: 0, Errors: 1, Skipped: 1, Time elapsed: 0.005 s <<< FAILURE!"
                + " -- in a.test.yaml",
            "  TODO  a  (" + Results.FILE + ":7)",
            "    todo",
            "  TODO PASSED  b  (" + Results.FILE + ":7)",
            "    passes although it is marked todo; the mark can go",
            "  BROKEN  c  (" + Results.FILE + ":7)",
            "    no such file");
  }

  @Test
  void aTerminalIsToldNothingByAnAlert() {
    reporter.ran(Results.FILE, List.of(Results.failed("b", "saw \u001b]0;x\u0007\nsecond line")));
    assertThat(lines).contains("    saw ␛]0;x␇", "second line");
  }
}
