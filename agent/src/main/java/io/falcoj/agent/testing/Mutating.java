package io.falcoj.agent.testing;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.testkit.coverage.CoverageRecorder;
import io.falcoj.testkit.mutation.MutationJson;
import io.falcoj.testkit.mutation.MutationOptions;
import io.falcoj.testkit.mutation.MutationReport;
import io.falcoj.testkit.mutation.MutationTester;
import io.falcoj.testkit.mutation.MutationText;
import io.falcoj.testkit.report.Reports;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.run.RunResult;
import io.falcoj.testkit.suite.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

/** Changes rules and tells which changes no case notices. */
public final class Mutating {
  private final TestRequest request;
  private final MutationOptions options;
  private final double minimum;
  private final Console console;

  private Mutating(TestRequest request, MutationOptions options, double minimum, Console console) {
    this.request = request;
    this.options = options;
    this.minimum = minimum;
    this.console = console;
  }

  /**
   * Runs the tests, then the changes.
   *
   * @param minimum share of the changes that cases must notice
   * @return exit code
   * @throws CommandException when there is nothing to run, or rules or tests are invalid
   */
  public static int run(
      TestRequest request, MutationOptions options, double minimum, Console console)
      throws CommandException {
    Mutating mutating = new Mutating(request, options, minimum, console);
    return TestRun.of(request, console, mutating::run);
  }

  private int run(TestRun run)
      throws CommandException, IOException, SuiteException, RulesException {
    CoverageRecorder recorder = run.recorder();
    RunResult result = run.run(recorder);
    if (!result.passed()) {
      throw new CommandException(
          ExitCode.TESTS_FAILED,
          "cases fail: mend them first, mutants are judged by cases that pass");
    }
    MutationReport report = new MutationTester(options).run(recorder.data(), run::name);
    MutationText.alive(report).forEach(console.out()::println);
    MutationText.summary(report).forEach(console.out()::println);
    console.out().flush();
    if (request.reports() != null) {
      Reports.write(
          run.report(result).withCoverage(recorder.data().report()).withMutation(report),
          request.reports());
      Files.writeString(request.reports().resolve("mutation.json"), MutationJson.render(report));
      console.say("reports are in " + request.reports());
    }
    if (report.score().ratio() < minimum) {
      throw new CommandException(
          ExitCode.TESTS_FAILED,
          String.format(
              Locale.ROOT,
              "the tests notice %s of the changes, less than %s %%",
              report.score().percent(),
              Math.round(minimum * 1000) / 10.0));
    }
    return ExitCode.OK;
  }
}
