package io.falcoj.testkit.suite;

import io.falcoj.testkit.yaml.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tests, and the rules of those that name none.
 *
 * @param root the repository's folder; without one the folder of the tests
 * @param tests folder of test files, or one test file
 * @param rules rule files or folders; empty when there are none
 */
public record RuleRepository(Path root, Path tests, List<Path> rules) {
  private static final String RULES = "src/main/falco";
  private static final String TESTS = "src/test/falco";

  public RuleRepository {
    rules = List.copyOf(rules);
  }

  /**
   * What a path means: the folder of a rule repository, with its tests in {@code src/test/falco},
   * or tests. Their rules are those in {@code src/main/falco} of the nearest folder above that has
   * it.
   */
  public static RuleRepository at(Path given) {
    Path place = given.normalize();
    Path tests = place.resolve(TESTS);
    if (Files.isDirectory(tests)) {
      return new RuleRepository(place, tests, rulesOf(place));
    }
    Path root = rootAbove(place);
    return root == null
        ? new RuleRepository(place, place, List.of())
        : new RuleRepository(root, place, rulesOf(root));
  }

  /** The same with other rules. */
  public RuleRepository withRules(List<Path> others) {
    return new RuleRepository(root, tests, others);
  }

  /**
   * Every suite, with rules in any case.
   *
   * @param mistakes told of what cannot be understood
   * @throws IOException when a test file cannot be read
   */
  public List<RuleTestSuite> suites(List<Fault> mistakes) throws IOException {
    List<RuleTestSuite> suites = new ArrayList<>();
    for (Path file : SuiteFiles.find(tests)) {
      for (RuleTestSuite suite : SuiteReader.read(file, mistakes)) {
        suites.add(suite.rules().isEmpty() ? suite.withRules(rules) : suite);
      }
    }
    return suites;
  }

  private static List<Path> rulesOf(Path root) {
    Path rules = root.resolve(RULES);
    return Files.isDirectory(rules) ? List.of(rules) : List.of();
  }

  /** As a relative path when that is what was given, so that messages stay short. */
  private static @Nullable Path rootAbove(Path place) {
    Path up = Files.isDirectory(place) ? place : place.resolveSibling("");
    Path absolute = up.toAbsolutePath().normalize();
    while (absolute != null) {
      if (Files.isDirectory(absolute.resolve(RULES))) {
        return place.isAbsolute() ? absolute : Path.of("").toAbsolutePath().relativize(absolute);
      }
      absolute = absolute.getParent();
    }
    return null;
  }
}
