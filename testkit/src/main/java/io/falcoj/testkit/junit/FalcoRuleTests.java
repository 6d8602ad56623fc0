package io.falcoj.testkit.junit;

import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.RuleTestRunner;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import io.falcoj.testkit.suite.SuiteException;
import io.falcoj.testkit.suite.SuiteFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;

/**
 * Rule tests as a class, for tools that hand only classes to JUnit, as Surefire does. An empty
 * subclass in {@code src/test/java} runs every test file below {@code src/test/falco}:
 *
 * <pre>{@code
 * class RuleTests extends FalcoRuleTests {}
 * }</pre>
 */
public abstract class FalcoRuleTests {
  private final Settings settings =
      new Settings(name -> Optional.ofNullable(System.getProperty(name)));

  /** For subclasses. */
  protected FalcoRuleTests() {}

  /**
   * Rule files and folders of suites that name none; the system property {@code falco.rules}, or
   * {@code src/main/falco}.
   */
  protected List<Path> rules() {
    return settings.rules();
  }

  /**
   * Folder of the test files; the system property {@code falco.testDirectory}, or {@code
   * src/test/falco}.
   */
  protected Path tests() {
    return settings.tests();
  }

  /**
   * A container for each test file, a test for each of its cases.
   *
   * @throws SuiteException when test files cannot be understood
   * @throws RulesException when the rules cannot be used
   * @throws IOException when a test file cannot be read
   */
  @TestFactory
  public final Stream<DynamicNode> rulesDoAsTheirTestsSay()
      throws IOException, SuiteException, RulesException {
    Path folder = tests();
    List<Path> files = SuiteFiles.find(folder);
    if (files.isEmpty()) {
      throw new AssertionFailedError("no *.test.yaml below " + folder.toAbsolutePath());
    }
    RuleTestRunner runner = settings.runner(rules());
    Map<Path, List<DynamicNode>> byFile = new LinkedHashMap<>();
    for (RuleTestSuite suite : runner.read(files)) {
      List<DynamicNode> cases = byFile.computeIfAbsent(suite.file(), f -> new ArrayList<>());
      suite.tests().stream()
          .filter(runner::selects)
          .forEach(test -> cases.add(node(runner, suite, test)));
    }
    byFile.values().removeIf(List::isEmpty);
    return byFile.entrySet().stream()
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    folder.relativize(file.getKey()).toString(),
                    file.getKey().toUri(),
                    file.getValue().stream()));
  }

  private static DynamicTest node(RuleTestRunner runner, RuleTestSuite suite, RuleTest test) {
    URI place =
        URI.create(suite.file().toUri() + "?line=" + test.line() + "&column=" + test.column());
    return DynamicTest.dynamicTest(
        test.name(),
        place,
        () -> {
          CaseResult result = runner.run(suite, test);
          Throwable thrown = CaseVerdict.of(result);
          if (thrown != null) {
            throw thrown;
          }
        });
  }
}
