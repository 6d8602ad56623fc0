package io.falcoj.agent.testing;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.compiler.diag.Finding;
import io.falcoj.testkit.coverage.CoverageRecorder;
import io.falcoj.testkit.report.ConsoleReporter;
import io.falcoj.testkit.report.ProgressReporter;
import io.falcoj.testkit.report.Reports;
import io.falcoj.testkit.report.view.FileNames;
import io.falcoj.testkit.report.view.RunReport;
import io.falcoj.testkit.run.RuleTestRunner;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.run.RunListener;
import io.falcoj.testkit.run.RunOptions;
import io.falcoj.testkit.run.RunResult;
import io.falcoj.testkit.suite.RuleRepository;
import io.falcoj.testkit.suite.RuleTestSuite;
import io.falcoj.testkit.suite.SuiteException;
import io.falcoj.testkit.yaml.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tests that a command names, and how their run is told. */
final class TestRun {
  private final TestRequest request;
  private final Console console;
  private final List<RuleRepository> repositories;

  TestRun(TestRequest request, Console console) {
    this.request = request;
    this.console = console;
    this.repositories =
        request.places().stream()
            .map(RuleRepository::at)
            .map(r -> request.rules().isEmpty() ? r : r.withRules(request.rules()))
            .toList();
  }

  /** What a command does with a run. */
  interface Task {
    int run(TestRun run) throws CommandException, IOException, SuiteException, RulesException;
  }

  /**
   * Carries a command out, and tells mistakes of rules and tests.
   *
   * @return exit code
   * @throws CommandException when there is nothing to run, or rules or tests are invalid
   */
  static int of(TestRequest request, Console console, Task task) throws CommandException {
    for (Path place : request.places()) {
      if (!Files.exists(place)) {
        throw new CommandException(ExitCode.USAGE, place + ": no such file or directory");
      }
    }
    try {
      TestRun run = new TestRun(request, console);
      try {
        return task.run(run);
      } catch (SuiteException e) {
        throw run.refused(e, e.findings());
      } catch (RulesException e) {
        throw run.refused(e, e.findings());
      }
    } catch (IOException e) {
      throw new CommandException(ExitCode.INVALID, e.getMessage() + ": cannot be read or written");
    }
  }

  /** Tells mistakes on the console, and those with a place in the reports. */
  private CommandException refused(Exception why, List<Finding> findings) throws IOException {
    console.say(String.valueOf(why.getMessage()));
    if (request.reports() != null) {
      RunReport report = report(new RunResult(List.of(), 0)).withFindings(findings);
      Reports.write(report, request.reports());
    }
    return new CommandException(ExitCode.INVALID, "");
  }

  /**
   * Runs the tests.
   *
   * @param other hears of the run as well
   */
  RunResult run(RunListener other)
      throws CommandException, IOException, SuiteException, RulesException {
    RunResult result = new RuleTestRunner(options()).run(suites(), listener().and(other));
    if (result.cases().isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE, "no case has a name like " + String.join(",", request.tests()));
    }
    console.out().flush();
    return result;
  }

  /** Records what cases show, of the rules of all repositories. */
  CoverageRecorder recorder() {
    return new CoverageRecorder(repositories.size() == 1 ? repositories.get(0).rules() : List.of());
  }

  /** A file's name in reports. */
  String name(String file) {
    return names().of(Path.of(file));
  }

  private RunOptions options() {
    RunOptions options = RunOptions.of(request.rules()).withTests(request.tests());
    return request.threads() > 0 ? options.withThreads(request.threads()) : options;
  }

  private List<RuleTestSuite> suites() throws CommandException, IOException, SuiteException {
    List<RuleTestSuite> suites = new ArrayList<>();
    List<Fault> mistakes = new ArrayList<>();
    for (RuleRepository repository : repositories) {
      List<RuleTestSuite> found = repository.suites(mistakes);
      if (found.isEmpty() && mistakes.isEmpty()) {
        throw new CommandException(ExitCode.USAGE, "no *.test.yaml below " + repository.tests());
      }
      if (found.stream().anyMatch(suite -> suite.rules().isEmpty())) {
        throw new CommandException(
            ExitCode.USAGE,
            "no rules for %s: name them by -r PATH, or in the test file by `rules:`"
                .formatted(repository.tests()));
      }
      suites.addAll(found);
    }
    if (!mistakes.isEmpty()) {
      throw new SuiteException(mistakes);
    }
    return suites;
  }

  private RunListener listener() {
    RunListener results = new ConsoleReporter(console.out()::println);
    return ProgressReporter.isWanted(System.console() != null, console.variables())
        ? new ProgressReporter(results, console.err())
        : results;
  }

  /** What reports tell of the run. */
  RunReport report(RunResult result) {
    Path name = names().base().getFileName();
    return RunReport.of(name == null ? "rules" : name.toString(), names(), result);
  }

  /** From the repository, as by the plugin; of several, from where the command runs. */
  private FileNames names() {
    Path base = repositories.size() == 1 ? repositories.get(0).root() : Path.of("");
    return new FileNames(
        base.toAbsolutePath().normalize(),
        repositories.stream().map(RuleRepository::tests).toList());
  }
}
