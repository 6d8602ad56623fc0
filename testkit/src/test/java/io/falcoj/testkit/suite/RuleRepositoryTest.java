package io.falcoj.testkit.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleRepositoryTest {
  @TempDir private Path dir;
  private Path rules;
  private Path shells;

  @BeforeEach
  void folders() throws IOException {
    rules = Files.createDirectories(dir.resolve("src/main/falco"));
    shells = Files.createDirectories(dir.resolve("src/test/falco/shells"));
    Files.writeString(
        shells.resolve("shells.test.yaml"),
        "tests: [{name: a, scenario: {}, expect: []}]\n---\n"
            + "rules: [other.yaml]\ntests: [{name: b, scenario: {}, expect: []}]\n");
  }

  @Test
  void aRepositoryHasItsTestsAndRules() {
    RuleRepository found = RuleRepository.at(dir);
    assertThat(found)
        .isEqualTo(new RuleRepository(dir, dir.resolve("src/test/falco"), List.of(rules)));
  }

  @Test
  void testsHaveTheRulesOfTheFolderAbove() {
    assertThat(RuleRepository.at(shells))
        .isEqualTo(new RuleRepository(dir, shells, List.of(rules)));
    Path file = shells.resolve("shells.test.yaml");
    assertThat(RuleRepository.at(file)).isEqualTo(new RuleRepository(dir, file, List.of(rules)));
  }

  @Test
  void testsAloneHaveNoRules() throws IOException {
    Files.delete(rules);
    assertThat(RuleRepository.at(shells).rules()).isEmpty();
  }

  @Test
  void suitesThatNameNoRulesHaveThoseOfTheRepository() throws IOException {
    List<RuleTestSuite> suites = RuleRepository.at(dir).suites(new ArrayList<>());
    assertThat(suites)
        .extracting(RuleTestSuite::rules)
        .containsExactly(List.of(rules), List.of(shells.resolve("other.yaml")));
  }
}
