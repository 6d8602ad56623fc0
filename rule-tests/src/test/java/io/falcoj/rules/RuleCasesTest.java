package io.falcoj.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import io.falcoj.testkit.suite.SuiteException;
import io.falcoj.testkit.suite.SuiteReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every default rule has a folder with a case in which it fires, and one in which it does not. */
class RuleCasesTest {
  private static final Path ROOT = Path.of(System.getProperty("falcoj.root", ".."));

  @TestFactory
  Stream<DynamicTest> everyRuleHasCasesOfBothKinds() throws IOException {
    CompilationResult rules =
        RuleCompiler.compile(
            RuleFiles.read(List.of(ROOT.resolve("rules/src/main/falco"))),
            CompilerOptions.defaults());
    assertThat(rules.errors()).isEmpty();
    return rules.rules().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> assertTested(rule.name())));
  }

  private static void assertTested(String rule) throws IOException, SuiteException {
    String slug = rule.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    Path file = ROOT.resolve("rule-tests/src/test/falco/" + slug + "/" + slug + ".test.yaml");
    List<RuleTest> tests = new ArrayList<>();
    for (RuleTestSuite suite : SuiteReader.read(file)) {
      tests.addAll(suite.tests());
    }
    assertThat(tests)
        .as("a case in which it fires")
        .anyMatch(test -> test.expected().stream().anyMatch(e -> e.rule().equals(rule)));
    assertThat(tests)
        .as("a case in which it stays silent")
        .anyMatch(test -> test.expected().stream().noneMatch(e -> e.rule().equals(rule)));
  }
}
