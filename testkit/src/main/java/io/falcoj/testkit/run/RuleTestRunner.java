package io.falcoj.testkit.run;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.diag.render.TextRenderer;
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
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Runs suites one after the other. Rules are compiled once for all suites that name the same. */
public final class RuleTestRunner {
  private final List<Path> projectRules;
  private final Map<List<Path>, Bundle> bundles = new HashMap<>();

  /**
   * @param projectRules rule files or directories of suites that name none
   */
  public RuleTestRunner(List<Path> projectRules) {
    this.projectRules = List.copyOf(projectRules);
  }

  /**
   * Runs every test file below a folder.
   *
   * @param file is told the cases of one file once they have run
   * @return all cases; none when there is no such folder
   * @throws SuiteException when a test file cannot be understood
   * @throws RulesException when rules under test do not compile
   * @throws IOException when a test file cannot be read
   */
  public List<TestResult> runAll(Path folder, BiConsumer<Path, List<TestResult>> file)
      throws IOException, SuiteException, RulesException {
    List<TestResult> all = new ArrayList<>();
    for (Path path : SuiteFiles.find(folder)) {
      List<TestResult> results = new ArrayList<>();
      for (RuleTestSuite suite : SuiteReader.read(path)) {
        results.addAll(run(suite));
      }
      file.accept(path, results);
      all.addAll(results);
    }
    return all;
  }

  /**
   * Runs every case of a suite.
   *
   * @throws RulesException when the rules under test do not compile
   */
  public List<TestResult> run(RuleTestSuite suite) throws RulesException {
    Bundle bundle = bundle(suite.rules().isEmpty() ? projectRules : suite.rules());
    List<TestResult> results = new ArrayList<>();
    for (RuleTest test : suite.tests()) {
      long begin = System.nanoTime();
      List<String> problems = problems(bundle, suite, test);
      results.add(new TestResult(suite, test, problems, System.nanoTime() - begin));
    }
    return results;
  }

  private static List<String> problems(Bundle bundle, RuleTestSuite suite, RuleTest test)
      throws RulesException {
    AlertCollector alerts = new AlertCollector();
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
      return List.of(e.describe());
    }
    return alerts.differences(test.expected());
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
        throw new RulesException(
            String.join("\n", result.errors().stream().map(TextRenderer::render).toList()));
      }
      return BundleLoader.load(Objects.requireNonNull(result.bundle()), "rules under test");
    } catch (IOException | BundleException e) {
      throw new RulesException(String.valueOf(e.getMessage()));
    }
  }
}
