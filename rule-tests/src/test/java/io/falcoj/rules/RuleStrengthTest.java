package io.falcoj.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.testkit.coverage.CoverageRecorder;
import io.falcoj.testkit.coverage.CoverageText;
import io.falcoj.testkit.coverage.CoveredCheck;
import io.falcoj.testkit.mutation.MutationOptions;
import io.falcoj.testkit.mutation.MutationReport;
import io.falcoj.testkit.mutation.MutationTester;
import io.falcoj.testkit.run.RuleTestRunner;
import io.falcoj.testkit.run.RunOptions;
import io.falcoj.testkit.run.RunResult;
import io.falcoj.testkit.suite.RuleRepository;
import io.falcoj.testkit.suite.RuleTestSuite;
import io.falcoj.testkit.yaml.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The cases show every check of the default rules from both sides, and notice what a careless
 * author might change.
 */
class RuleStrengthTest {
  private static final Path ROOT = Path.of(System.getProperty("falcoj.root", ".."));
  private static final double MUTANTS_NOTICED = 0.9;

  /** Checks that no case can show from both sides, and why, by file name and text. */
  private static final Map<String, String> REASONS =
      Map.of(
          "00-vocabulary.yaml: fd.typechar = f",
          "what is opened for writing, and has a descriptor, is a file");

  private static CoverageRecorder recorder;

  @BeforeAll
  static void runTests() throws Exception {
    List<Path> rules = List.of(ROOT.resolve("rules/src/main/falco"));
    Path tests = ROOT.resolve("rule-tests/src/test/falco");
    List<Fault> mistakes = new ArrayList<>();
    List<RuleTestSuite> suites = RuleRepository.at(tests).withRules(rules).suites(mistakes);
    assertThat(mistakes).isEmpty();
    recorder = new CoverageRecorder(rules);
    RunResult result = new RuleTestRunner(RunOptions.of(rules)).run(suites, recorder);
    assertThat(result.passed()).isTrue();
  }

  @Test
  void everyCheckIsSeenFromBothSides() {
    List<CoveredCheck> unseen =
        recorder.data().report().uncovered().stream()
            .filter(check -> !REASONS.containsKey(key(check)))
            .toList();
    assertThat(CoverageText.uncovered(unseen)).isEmpty();
  }

  private static String key(CoveredCheck check) {
    return Path.of(check.file()).getFileName() + ": " + check.text();
  }

  @Test
  void mostChangesAreNoticed() throws Exception {
    MutationReport report =
        new MutationTester(MutationOptions.standard()).run(recorder.data(), name -> name);
    assertThat(report.score().ratio())
        .as("share of the changes that cases notice; `falcoc mutate` lists the others")
        .isGreaterThanOrEqualTo(MUTANTS_NOTICED);
  }
}
