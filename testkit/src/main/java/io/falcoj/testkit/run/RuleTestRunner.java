package io.falcoj.testkit.run;

import io.falcoj.compiler.diag.Finding;
import io.falcoj.testkit.rules.RuleFaults;
import io.falcoj.testkit.rules.RuleSet;
import io.falcoj.testkit.rules.RuleSets;
import io.falcoj.testkit.rules.SuiteCheck;
import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import io.falcoj.testkit.suite.SuiteException;
import io.falcoj.testkit.suite.SuiteFiles;
import io.falcoj.testkit.suite.SuiteReader;
import io.falcoj.testkit.yaml.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs suites. Rules are compiled once for all suites, and all runs, that name the same. */
public final class RuleTestRunner {
  private final RunOptions options;
  private final RuleSets ruleSets;
  private final CaseFilter filter;
  private final Worker alone;

  public RuleTestRunner(RunOptions options) {
    this.options = options;
    Path bundle = options.bundle();
    this.ruleSets = new RuleSets(bundle == null ? Map.of() : Map.of(options.rules(), bundle));
    this.filter = CaseFilter.of(options.tests());
    this.alone = new Worker(options.explain());
  }

  /**
   * Runs every test file below a folder.
   *
   * @return all cases; none when there is no such folder
   * @throws SuiteException when test files cannot be understood, or do not fit the rules
   * @throws RulesException when rules under test do not compile
   * @throws IOException when a test file cannot be read
   */
  public RunResult runAll(Path folder, RunListener listener)
      throws IOException, SuiteException, RulesException {
    return run(read(SuiteFiles.find(folder)), listener);
  }

  /**
   * Reads test files and holds them to the rules.
   *
   * @throws SuiteException with the mistakes of all files
   * @throws RulesException when rules under test do not compile
   * @throws IOException when a file cannot be read
   */
  public List<RuleTestSuite> read(List<Path> files)
      throws IOException, SuiteException, RulesException {
    List<RuleTestSuite> suites = new ArrayList<>();
    List<Fault> mistakes = new ArrayList<>();
    for (Path file : files) {
      suites.addAll(SuiteReader.read(file, mistakes));
    }
    check(suites, mistakes);
    return suites;
  }

  /**
   * Runs every case of the suites that the options select.
   *
   * @throws SuiteException when a suite does not fit the rules
   * @throws RulesException when the rules under test do not compile
   */
  public RunResult run(List<RuleTestSuite> suites, RunListener listener)
      throws SuiteException, RulesException {
    long begin = System.nanoTime();
    check(suites);
    List<Workers.Task> tasks = tasks(suites);
    listener.started(tasks.size());
    List<CaseResult> all = new ArrayList<>(tasks.size());
    List<CaseResult> ofFile = new ArrayList<>();
    new Workers(options)
        .run(
            tasks,
            result -> {
              if (!ofFile.isEmpty() && !file(ofFile).equals(result.suite().file())) {
                listener.ran(file(ofFile), List.copyOf(ofFile));
                ofFile.clear();
              }
              listener.ran(result);
              all.add(result);
              ofFile.add(result);
            });
    if (!ofFile.isEmpty()) {
      listener.ran(file(ofFile), List.copyOf(ofFile));
    }
    RunResult result = new RunResult(all, System.nanoTime() - begin);
    listener.finished(result);
    return result;
  }

  /**
   * Runs one case of suites that {@link #check} has looked at. Not for several threads.
   *
   * @throws RulesException when the rules under test cannot be used
   */
  public CaseResult run(RuleTestSuite suite, RuleTest test) throws RulesException {
    return alone.run(suite, rules(suite), test);
  }

  /** Whether the options select a case of that name. */
  public boolean selects(RuleTest test) {
    return filter.selects(test.name());
  }

  /**
   * Holds suites to the rules.
   *
   * @throws SuiteException when a suite does not fit the rules
   * @throws RulesException when the rules under test do not compile
   */
  public void check(List<RuleTestSuite> suites) throws SuiteException, RulesException {
    check(suites, List.of());
  }

  private static Path file(List<CaseResult> results) {
    return results.get(0).suite().file();
  }

  private List<Workers.Task> tasks(List<RuleTestSuite> suites) throws RulesException {
    List<Workers.Task> tasks = new ArrayList<>();
    for (RuleTestSuite suite : suites) {
      for (RuleTest test : suite.tests()) {
        if (selects(test)) {
          tasks.add(new Workers.Task(suite, rules(suite), test));
        }
      }
    }
    return tasks;
  }

  /** Tells of all mistakes at once; rules that do not compile are told of with them. */
  private void check(List<RuleTestSuite> suites, List<Fault> before)
      throws SuiteException, RulesException {
    List<Finding> findings = new ArrayList<>(before);
    Set<RuleFaults> refused = new LinkedHashSet<>();
    for (RuleTestSuite suite : suites) {
      try {
        List<Fault> faults = new ArrayList<>();
        SuiteCheck.check(suite, ruleSets.get(paths(suite)), faults);
        findings.addAll(faults);
      } catch (RuleFaults e) {
        refused.add(e);
      }
    }
    boolean mistakes = !findings.isEmpty();
    findings.sort(
        Comparator.comparing((Finding found) -> found.span().file().name())
            .thenComparing(found -> found.span().start()));
    refused.forEach(e -> findings.addAll(e.findings()));
    if (mistakes) {
      throw new SuiteException(findings);
    }
    for (RuleFaults e : refused) {
      throw e.findings().isEmpty()
          ? new RulesException(String.valueOf(e.getMessage()))
          : new RulesException(findings);
    }
  }

  private RuleSet rules(RuleTestSuite suite) throws RulesException {
    try {
      return ruleSets.get(paths(suite));
    } catch (RuleFaults e) {
      throw new IllegalStateException("the suite was checked", e);
    }
  }

  private List<Path> paths(RuleTestSuite suite) {
    return suite.rules().isEmpty() ? options.rules() : suite.rules();
  }
}
