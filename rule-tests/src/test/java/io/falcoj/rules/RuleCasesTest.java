package io.falcoj.rules;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import io.falcoj.testkit.suite.SuiteException;
import io.falcoj.testkit.suite.SuiteFiles;
import io.falcoj.testkit.suite.SuiteReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every default rule has a folder with cases in which it fires, and cases in which it does not. */
class RuleCasesTest {
  private static final Path ROOT = Path.of(System.getProperty("falcoj.root", ".."));

  private static final long SYSTEM_CALL_RULES = 80;
  private static final long AUDIT_RULES = 40;

  /** Of each kind. */
  private static final long CASES = 2;

  private static List<RuleInfo> rules() throws IOException {
    CompilationResult rules =
        RuleCompiler.compile(
            RuleFiles.read(List.of(ROOT.resolve("rules/src/main/falco"))),
            CompilerOptions.defaults());
    assertThat(rules.errors()).isEmpty();
    return rules.rules();
  }

  @TestFactory
  Stream<DynamicTest> everyRuleHasCasesOfBothKinds() throws IOException {
    return rules().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> assertTested(rule.name())));
  }

  @Test
  void thereAreRulesForMachinesAndForClusters() throws IOException {
    Map<String, Long> bySource =
        rules().stream().collect(groupingBy(RuleInfo::source, Collectors.counting()));
    assertThat(bySource.get(EventSources.SYSCALL)).isGreaterThanOrEqualTo(SYSTEM_CALL_RULES);
    assertThat(bySource.get(EventSources.K8S_AUDIT)).isGreaterThanOrEqualTo(AUDIT_RULES);
  }

  private static void assertTested(String rule) throws IOException, SuiteException {
    String slug =
        rule.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    Path folder = ROOT.resolve("rule-tests/src/test/falco/" + slug);
    assertThat(folder.resolve(slug + ".test.yaml")).exists();
    List<RuleTest> tests = new ArrayList<>();
    for (Path file : SuiteFiles.find(folder)) {
      for (RuleTestSuite suite : SuiteReader.read(file)) {
        suite.tests().stream().filter(test -> test.todo() == null).forEach(tests::add);
      }
    }
    assertThat(tests.stream().filter(test -> fires(test, rule)).count())
        .as("cases in which it fires")
        .isGreaterThanOrEqualTo(CASES);
    assertThat(tests.stream().filter(test -> !fires(test, rule)).count())
        .as("cases in which it stays silent")
        .isGreaterThanOrEqualTo(CASES);
  }

  private static boolean fires(RuleTest test, String rule) {
    return test.expected().stream().anyMatch(e -> e.rule().equals(rule) && e.min() > 0);
  }
}
