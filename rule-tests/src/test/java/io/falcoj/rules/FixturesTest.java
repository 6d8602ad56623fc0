package io.falcoj.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.scap.ScenarioWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Committed captures are what the scenarios say. With {@code -Dfixtures.update} they are written
 * first.
 */
class FixturesTest {
  private static final Path ROOT = Path.of(System.getProperty("falcoj.root", ".."));
  private static final int FEW_KIB = 4096;
  private static final String UPDATE = "fixtures.update";

  @BeforeAll
  static void update() throws IOException {
    if (Boolean.getBoolean(UPDATE)) {
      Fixtures.main(new String[] {ROOT.toString()});
    }
  }

  @TestFactory
  Stream<DynamicTest> everyFixtureIsUpToDate() {
    return Fixtures.all().entrySet().stream()
        .map(
            fixture ->
                DynamicTest.dynamicTest(
                    fixture.getKey(),
                    () -> assertUpToDate(ROOT.resolve(fixture.getKey()), fixture.getValue())));
  }

  private static void assertUpToDate(Path file, Scenario scenario) throws IOException {
    assertThat(file).as("missing; run with -D" + UPDATE).exists();
    assertThat(Files.size(file)).isLessThan(FEW_KIB);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(in.readAllBytes())
          .as("differs from its scenario; run with -D" + UPDATE + " to write it")
          .isEqualTo(ScenarioWriter.toBytes(scenario));
    }
  }

  @Test
  void noCaptureHasLostItsScenario() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("rule-tests/src/test/falco"))) {
      List<String> captures =
          files
              .filter(file -> file.toString().endsWith(".scap.gz"))
              .map(file -> ROOT.relativize(file).toString())
              .toList();
      assertThat(Fixtures.all().keySet()).containsAll(captures);
    }
  }
}
