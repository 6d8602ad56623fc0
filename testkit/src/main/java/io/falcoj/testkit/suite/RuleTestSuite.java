package io.falcoj.testkit.suite;

import java.nio.file.Path;
import java.util.List;

/**
 * One document of a test file.
 *
 * @param file the test file; relative paths start at its folder
 * @param rules rule files or directories; empty means the project's
 * @param matchAll true for {@code matching: all}
 */
public record RuleTestSuite(Path file, List<Path> rules, boolean matchAll, List<RuleTest> tests) {
  public RuleTestSuite {
    rules = List.copyOf(rules);
    tests = List.copyOf(tests);
  }
}
