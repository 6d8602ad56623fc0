package io.falcoj.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is said of failing cases; {@code -Dbaseline.update} writes what is said. */
class FailureCasesTest {
  private static final Path FOLDER = Path.of("src/test/resources/io/falcoj/testkit/run/failures");

  @TestFactory
  Stream<DynamicTest> failuresAreExplained() {
    return Stream.of("missing", "unexpected", "otherwise", "assignment")
        .map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
  }

  private static void check(String name) throws Exception {
    RuleTestRunner runner = new RuleTestRunner(RunOptions.of(List.of()));
    Path file = FOLDER.resolve(name + ".test.yaml");
    StringBuilder said = new StringBuilder();
    for (CaseResult result : runner.run(runner.read(List.of(file)), new RunListener() {}).cases()) {
      said.append(result.outcome()).append("  ").append(result.test().name()).append('\n');
      for (Problem problem : result.problems()) {
        said.append("  ").append(problem.kind()).append(" in line ").append(problem.line());
        said.append(": ").append(problem.message()).append('\n');
        problem.details().forEach(line -> said.append("    ").append(line).append('\n'));
      }
    }
    Path expected = FOLDER.resolve(name + ".txt");
    if (System.getProperty("baseline.update") != null) {
      Files.writeString(expected, said);
    }
    assertThat(expected).as("write it with -Dbaseline.update").exists();
    assertThat(said).hasToString(Files.readString(expected));
  }
}
