package io.falcoj.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.falcoj.compiler.diag.Finding;
import io.falcoj.testkit.suite.SuiteException;
import io.falcoj.testkit.yaml.FaultCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind of mistake in test files as it is shown; {@code -Dbaseline.update} writes it. */
class MistakesTest {
  private static final Path FOLDER = Path.of("src/test/resources/io/falcoj/testkit/run/mistakes");
  private static final Path PAGE = Path.of("../docs/testing-rules.md");

  @Test
  void mistakesOfAllFilesAreShownAtOnce() throws Exception {
    RuleTestRunner runner =
        new RuleTestRunner(RunOptions.of(List.of(FOLDER.resolve("rules.yaml"))));
    SuiteException thrown =
        catchThrowableOfType(
            SuiteException.class, () -> runner.runAll(FOLDER, new RunListener() {}));
    String said = thrown.getMessage().replace(FOLDER.toAbsolutePath().toString(), "FOLDER") + "\n";
    Path expected = FOLDER.resolve("expected.txt");
    if (System.getProperty("baseline.update") != null) {
      Files.writeString(expected, said);
    }
    assertThat(expected).as("write it with -Dbaseline.update").exists();
    assertThat(said).isEqualTo(Files.readString(expected));
    assertThat(thrown.findings())
        .extracting(Finding::label)
        .containsAll(Stream.of(FaultCode.values()).map(FaultCode::label).toList());
  }

  @Test
  void thePageListsEveryKind() throws Exception {
    String page = Files.readString(PAGE);
    for (FaultCode code : FaultCode.values()) {
      assertThat(page).contains("| `" + code.label() + "` | " + code.meaning() + " |");
    }
  }
}
