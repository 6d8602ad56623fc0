package io.falcoj.testkit.report;

import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.Problem;
import io.falcoj.testkit.run.RunResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that reports tell of.
 *
 * @param title what was tested, e.g. the project's name
 * @param diagnostics findings about the rule files
 */
public record RunReport(
    String title, FileNames names, RunResult result, List<Diagnostic> diagnostics) {
  public RunReport {
    diagnostics = List.copyOf(diagnostics);
  }

  /** A run's results and nothing else. */
  public static RunReport of(String title, FileNames names, RunResult result) {
    return new RunReport(title, names, result, List.of());
  }

  /** The same with findings about rule files. */
  public RunReport withDiagnostics(List<Diagnostic> found) {
    return new RunReport(title, names, result, found);
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
