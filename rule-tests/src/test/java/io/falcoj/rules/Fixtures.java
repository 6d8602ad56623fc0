package io.falcoj.rules;

import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.scap.ScenarioWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Every capture of the project's own making, with the place where it is kept. {@link #main} writes
 * them; {@code FixturesTest} compares.
 */
final class Fixtures {
  private static final String RULE_TESTS = "rule-tests/src/test/falco/";
  private static final String SHIPPED = "agent/src/dist/captures/first-look.scap.gz";

  private final Map<String, Scenario> byFile = new LinkedHashMap<>();

  private Fixtures() {}

  /** Scenarios by the file that holds them, relative to the top of the repository. */
  static Map<String, Scenario> all() {
    Fixtures fixtures = new Fixtures();
    fixtures.byFile.put(SHIPPED, FirstLook.scenario());
    ShellFixtures.addTo(fixtures);
    FileFixtures.addTo(fixtures);
    KernelFixtures.addTo(fixtures);
    return Collections.unmodifiableMap(fixtures.byFile);
  }

  /**
   * Adds what happens on the stage.
   *
   * @param name folder of the rule, and of the case
   */
  void add(String name, Consumer<Stage> story) {
    Stage stage = new Stage();
    story.accept(stage);
    byFile.put(RULE_TESTS + name + ".scap.gz", stage.build());
  }

  /**
   * Writes every fixture below the folder of the repository.
   *
   * @param args that folder, or nothing where it is the current one
   */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args.length == 0 ? "" : args[0]);
    for (Map.Entry<String, Scenario> fixture : all().entrySet()) {
      Path file = root.resolve(fixture.getKey());
      Files.createDirectories(file.resolveSibling(""));
      ScenarioWriter.write(fixture.getValue(), file);
    }
  }
}
