package io.falcoj.agent.testing;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.testkit.coverage.CoverageJson;
import io.falcoj.testkit.coverage.CoverageMinimum;
import io.falcoj.testkit.coverage.CoverageRecorder;
import io.falcoj.testkit.coverage.CoverageReport;
import io.falcoj.testkit.coverage.CoverageText;
import io.falcoj.testkit.coverage.NavigatorLayer;
import io.falcoj.testkit.report.Reports;
import io.falcoj.testkit.report.view.RunReport;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.run.RunListener;
import io.falcoj.testkit.run.RunResult;
import io.falcoj.testkit.suite.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs rule tests. */
public final class Testing {
  private final TestRequest request;
  private final Console console;
  private final TestRun run;

  private Testing(TestRequest request, Console console, TestRun run) {
    this.request = request;
    this.console = console;
    this.run = run;
  }

  /**
   * Runs them.
   *
   * @return exit code
   * @throws CommandException when there is nothing to run, or rules or tests are invalid
   */
  public static int run(TestRequest request, Console console) throws CommandException {
    return TestRun.of(
        request,
        console,
        run -> {
          Testing testing = new Testing(request, console, run);
          return request.coverage() == null ? testing.test() : testing.cover(request.coverage());
        });
  }

  private int test() throws CommandException, IOException, SuiteException, RulesException {
    RunResult result = run.run(new RunListener() {});
    write(run.report(result));
    return code(result.passed());
  }

  private int cover(CoverageMinimum minimum)
      throws CommandException, IOException, SuiteException, RulesException {
    CoverageRecorder recorder = run.recorder();
    RunResult result = run.run(recorder);
    CoverageReport seen = recorder.data().report();
    CoverageReport report = seen.named(run::name);
    CoverageText.summary(report).forEach(console.out()::println);
    List<String> shortfalls = CoverageText.shortfalls(minimum.check(report));
    shortfalls.forEach(console.out()::println);
    console.out().flush();
    write(run.report(result).withCoverage(seen));
    Path folder = request.reports();
    if (folder != null) {
      Files.writeString(folder.resolve("coverage.json"), CoverageJson.render(report));
      String layer = NavigatorLayer.render(run.report(result).title(), report);
      Files.writeString(folder.resolve("navigator-layer.json"), layer);
    }
    return code(result.passed() && shortfalls.isEmpty());
  }

  private static int code(boolean passed) {
    return passed ? ExitCode.OK : ExitCode.TESTS_FAILED;
  }

  private void write(RunReport report) throws IOException {
    if (request.reports() != null) {
      Reports.write(report, request.reports());
      console.say("reports are in " + request.reports());
    }
  }
}
