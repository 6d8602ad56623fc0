package io.falcoj.testkit.suite;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document of a test file.
 *
 * @param file the test file; relative paths start at its folder
 * @param rules rule files or directories; empty means the project's
 * @param matchAll true for {@code matching: all}
 * @param only the rules under test, or null for all
 */
public record RuleTestSuite(
    Path file, List<Path> rules, boolean matchAll, @Nullable Selection only, List<RuleTest> tests) {
  public RuleTestSuite {
    rules = List.copyOf(rules);
    tests = List.copyOf(tests);
  }

  /** The same with other rules. */
  public RuleTestSuite withRules(List<Path> others) {
    return new RuleTestSuite(file, others, matchAll, only, tests);
  }
}
