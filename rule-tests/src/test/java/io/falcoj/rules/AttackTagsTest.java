package io.falcoj.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.testkit.pages.Attack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every default rule names techniques that exist, each beside a tactic that it belongs to. */
class AttackTagsTest {
  private static final Path ROOT = Path.of(System.getProperty("falcoj.root", ".."));

  @TestFactory
  Stream<DynamicTest> techniquesBelongToTheirTactics() throws IOException {
    CompilationResult rules =
        RuleCompiler.compile(
            RuleFiles.read(List.of(ROOT.resolve("rules/src/main/falco"))),
            CompilerOptions.defaults());
    assertThat(rules.errors()).isEmpty();
    return rules.rules().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(),
                    () -> {
                      assertThat(Attack.faults(rule.tags())).isEmpty();
                      assertThat(rule.tags())
                          .as("how ripe it is")
                          .containsAnyOf("maturity_stable", "maturity_incubating")
                          .as("what it looks for")
                          .anyMatch(tag -> tag.startsWith("mitre_"))
                          .anyMatch(tag -> tag.matches("T\\d{4}(\\.\\d{3})?"));
                    }));
  }
}
