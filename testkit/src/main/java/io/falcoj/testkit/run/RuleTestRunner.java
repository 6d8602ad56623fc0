package io.falcoj.testkit.run;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.engine.Engine;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.output.OutputOptions;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import io.falcoj.testkit.suite.SuiteException;
import io.falcoj.testkit.suite.SuiteFiles;
import io.falcoj.testkit.suite.SuiteReader;
import io.falcoj.testkit.yaml.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs suites one after the other. Rules are compiled once for all suites that name the same. */
public final class RuleTestRunner {
  private final RunOptions options;
  private final Map<List<Path>, Bundle> bundles = new HashMap<>();

  public RuleTestRunner(RunOptions options) {
    this.options = options;
  }

  /**
   * Runs every test file below a folder.
   *
   * @return all cases; none when there is no such folder
   * @throws SuiteException when a test file cannot be understood
   * @throws RulesException when rules under test do not compile
   * @throws IOException when a test file cannot be read
   */
  public RunResult runAll(Path folder, RunListener listener)
      throws IOException, SuiteException, RulesException {
    List<RuleTestSuite> suites = new ArrayList<>();
    List<Fault> mistakes = new ArrayList<>();
    for (Path path : SuiteFiles.find(folder)) {
      suites.addAll(SuiteReader.read(path, mistakes));
    }
    if (!mistakes.isEmpty()) {
      throw new SuiteException(mistakes);
    }
    return run(suites, listener);
  }

  /**
   * Runs every case of the suites.
   *
   * @throws RulesException when the rules under test do not compile
   */
  public RunResult run(List<RuleTestSuite> suites, RunListener listener) throws RulesException {
    long begin = System.nanoTime();
    CaseFilter filter = CaseFilter.of(options.tests());
    listener.started(
        (int)
            suites.stream()
                .flatMap(s -> s.tests().stream())
                .filter(t -> filter.selects(t.name()))
                .count());
    List<CaseResult> all = new ArrayList<>();
    Map<Path, List<CaseResult>> byFile = new LinkedHashMap<>();
    for (RuleTestSuite suite : suites) {
      Bundle bundle = bundle(suite.rules().isEmpty() ? options.rules() : suite.rules());
      for (RuleTest test : suite.tests()) {
        if (!filter.selects(test.name())) {
          continue;
        }
        CaseResult result = run(bundle, suite, test);
        listener.ran(result);
        all.add(result);
        byFile.computeIfAbsent(suite.file(), f -> new ArrayList<>()).add(result);
      }
    }
    byFile.forEach(listener::ran);
    RunResult result = new RunResult(all, System.nanoTime() - begin);
    listener.finished(result);
    return result;
  }

  private static CaseResult run(Bundle bundle, RuleTestSuite suite, RuleTest test)
      throws RulesException {
    long begin = System.nanoTime();
    AlertCollector alerts = new AlertCollector();
    List<Problem> problems = problems(bundle, suite, test, alerts);
    Outcome outcome =
        problems.isEmpty()
            ? Outcome.PASSED
            : problems.get(0).kind() == Problem.Kind.EVENTS ? Outcome.BROKEN : Outcome.FAILED;
    return new CaseResult(
        suite,
        test,
        outcome,
        problems,
        alerts.seen(),
        alerts.seen().size(),
        Timeline.EMPTY,
        List.of(),
        System.nanoTime() - begin);
  }

  private static List<Problem> problems(
      Bundle bundle, RuleTestSuite suite, RuleTest test, AlertCollector alerts)
      throws RulesException {
    try (EventSource source = Fixtures.open(test.events())) {
      Engine.builder()
          .bundle(bundle)
          .matching(new MatchOptions(suite.matchAll(), "Debug", List.of()))
          .output(OutputOptions.standard(""))
          .sink(alerts)
          .build()
          .run(source);
    } catch (OutputException e) {
      throw new RulesException(String.valueOf(e.getMessage()));
    } catch (SourceException e) {
      return List.of(new Problem(Problem.Kind.EVENTS, null, test.line(), e.describe(), List.of()));
    }
    return alerts.differences(test);
  }

  private Bundle bundle(List<Path> rules) throws RulesException {
    Bundle known = bundles.get(rules);
    if (known == null) {
      known = compile(rules);
      bundles.put(rules, known);
    }
    return known;
  }

  private static Bundle compile(List<Path> rules) throws RulesException {
    try {
      CompilationResult result =
          RuleCompiler.compile(RuleFiles.read(rules), CompilerOptions.defaults());
      if (!result.successful()) {
        throw new RulesException(result.errors());
      }
      return BundleLoader.load(Objects.requireNonNull(result.bundle()), "rules under test");
    } catch (IOException | BundleException e) {
      throw new RulesException(String.valueOf(e.getMessage()));
    }
  }
}
