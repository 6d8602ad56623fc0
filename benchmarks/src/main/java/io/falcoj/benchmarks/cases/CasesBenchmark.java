package io.falcoj.benchmarks.cases;

import io.falcoj.testkit.run.Outcome;
import io.falcoj.testkit.run.RuleTestRunner;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.run.RunListener;
import io.falcoj.testkit.run.RunOptions;
import io.falcoj.testkit.run.RunResult;
import io.falcoj.testkit.suite.RuleTestSuite;
import io.falcoj.testkit.suite.SuiteException;
import io.falcoj.testkit.suite.SuiteFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Times rule tests: reading the files and compiling the rules, then running the cases. */
public final class CasesBenchmark {
  private final Path folder;
  private final List<Path> rules;
  private final int count;

  /**
   * @param folder where the test files are written
   */
  public CasesBenchmark(Path folder, List<Path> rules, int count) {
    this.folder = folder;
    this.rules = rules;
    this.count = count;
  }

  /** Prints one line for each part. All cases have to pass. */
  public void run(PrintStream out) throws IOException, SuiteException, RulesException {
    ManyCases.write(folder, count);
    RuleTestRunner runner = new RuleTestRunner(RunOptions.of(rules));
    long begin = System.nanoTime();
    List<RuleTestSuite> suites = runner.read(SuiteFiles.find(folder));
    long read = System.nanoTime();
    RunResult result = runner.run(suites, new RunListener() {});
    long end = System.nanoTime();
    if (result.count(Outcome.PASSED) != count) {
      throw new IllegalStateException(
          "cases that do not pass: "
              + result.cases().stream()
                  .filter(c -> c.outcome() != Outcome.PASSED)
                  .findFirst()
                  .orElseThrow()
                  .problems());
    }
    out.printf(
        Locale.ROOT,
        "%d cases: files and rules %.2f s, cases %.2f s, %.0f per second%n",
        count,
        (read - begin) / 1e9,
        (end - read) / 1e9,
        count / ((end - read) / 1e9));
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    out.printf(
        Locale.ROOT,
        "heap in use afterwards: %d MB%n",
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }
}
