package io.falcoj.testkit.report;

import io.falcoj.compiler.diag.Diagnostic.Related;
import io.falcoj.compiler.diag.Finding;
import io.falcoj.testkit.coverage.CoverageReport;
import io.falcoj.testkit.coverage.CoveredCheck;
import io.falcoj.testkit.report.view.FileRange;
import io.falcoj.testkit.report.view.RunReport;
import io.falcoj.testkit.report.view.Words;
import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.Outcome;
import io.falcoj.testkit.run.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing at one place.
 *
 * @param place with columns 0 where only the line is known
 */
record SarifResult(SarifRule rule, String message, FileRange place, List<Other> others) {
  /** A further place. */
  record Other(String message, FileRange place) {}

  /** All of a run: findings first, then cases, then what is not tested. */
  static List<SarifResult> of(RunReport report) {
    List<SarifResult> results = new ArrayList<>();
    report.findings().forEach(finding -> results.add(of(finding, report)));
    report.result().cases().forEach(result -> addCase(result, report, results));
    CoverageReport coverage = report.coverage();
    if (coverage != null) {
      coverage.uncovered().forEach(check -> results.add(of(check, report)));
    }
    return results;
  }

  private static SarifResult of(Finding finding, RunReport report) {
    String hint = finding.hint() == null ? "" : " " + finding.hint();
    List<Other> others = new ArrayList<>();
    for (Related related : finding.related()) {
      others.add(new Other(related.message(), FileRange.of(related.span(), report.names())));
    }
    return new SarifResult(
        SarifRule.of(finding),
        finding.message() + hint,
        FileRange.of(finding.span(), report.names()),
        others);
  }

  private static void addCase(CaseResult result, RunReport report, List<SarifResult> results) {
    String file = report.names().of(result.suite().file());
    String head = "Case \"" + result.test().name() + "\": ";
    if (result.outcome() == Outcome.TODO_PASSED) {
      FileRange place = line(file, result.test().line());
      String message = head + Words.reason(result);
      results.add(new SarifResult(SarifRule.TODO_PASSED, message, place, List.of()));
    } else if (result.outcome().isFailure()) {
      boolean broken = result.outcome() == Outcome.BROKEN;
      SarifRule rule = broken ? SarifRule.BROKEN_CASE : SarifRule.FAILED_CASE;
      for (Problem problem : report.problems(result)) {
        String message = head + problem.message();
        results.add(new SarifResult(rule, message, line(file, problem.line()), List.of()));
      }
    }
  }

  private static SarifResult of(CoveredCheck check, RunReport report) {
    FileRange place =
        new FileRange(
            report.names().of(check.file()), check.line(), check.column(), check.line(), 0);
    return new SarifResult(
        SarifRule.UNTESTED_CONDITION,
        "\"%s\" was %s (%s)".formatted(check.text(), check.missing(), rules(check)),
        place,
        List.of());
  }

  private static String rules(CoveredCheck check) {
    String first = "rule \"" + check.rules().get(0) + "\"";
    int more = check.rules().size() - 1;
    return more == 0 ? first : first + " and " + more + " more";
  }

  private static FileRange line(String file, int line) {
    return new FileRange(file, line, 0, line, 0);
  }
}
