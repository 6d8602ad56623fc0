package io.falcoj.testkit.report.view;

import io.falcoj.compiler.diag.Finding;
import io.falcoj.testkit.coverage.CoverageReport;
import io.falcoj.testkit.mutation.MutationReport;
import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.Problem;
import io.falcoj.testkit.run.RunResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that reports tell of.
 *
 * @param title what was tested, e.g. the project's name
 * @param findings what is to be said about rule files and test files
 * @param coverage what the cases show of the conditions, or null when nobody watched
 * @param mutation what became of changed rules, or null when none were tried
 */
public record RunReport(
    String title,
    FileNames names,
    RunResult result,
    List<Finding> findings,
    @Nullable CoverageReport coverage,
    @Nullable MutationReport mutation) {
  public RunReport {
    findings = List.copyOf(findings);
  }

  /** A run's results and nothing else. */
  public static RunReport of(String title, FileNames names, RunResult result) {
    return new RunReport(title, names, result, List.of(), null, null);
  }

  /** The same with findings about rule files or test files. */
  public RunReport withFindings(List<? extends Finding> found) {
    return new RunReport(title, names, result, List.copyOf(found), coverage, mutation);
  }

  /** The same with what the cases show of the conditions. */
  public RunReport withCoverage(CoverageReport seen) {
    return new RunReport(title, names, result, findings, seen.named(names::of), mutation);
  }

  /** The same with what became of changed rules. */
  public RunReport withMutation(MutationReport tried) {
    return new RunReport(title, names, result, findings, coverage, tried);
  }

  /** What is wrong with a case; files are named as everywhere. */
  public List<Problem> problems(CaseResult result) {
    return result.problems().stream().map(names::in).toList();
  }

  /** The cases by their test file, in the order of the run. */
  public Map<Path, List<CaseResult>> byFile() {
    Map<Path, List<CaseResult>> files = new LinkedHashMap<>();
    for (CaseResult result : result.cases()) {
      files.computeIfAbsent(result.suite().file(), f -> new ArrayList<>()).add(result);
    }
    return files;
  }
}
