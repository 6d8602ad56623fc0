package io.falcoj.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class FalcoRuleTestsTest {
  @TempDir private static Path dir;

  /** What users write, but for the folders. */
  static class Rules extends FalcoRuleTests {
    @Override
    protected List<Path> rules() {
      return List.of(dir.resolve("rules"));
    }

    @Override
    protected Path tests() {
      return dir.resolve("tests");
    }
  }

  @BeforeEach
  void files() throws IOException {
    Project.write(dir);
  }

  @AfterEach
  void noFilter() {
    System.clearProperty("falco.test");
  }

  private static EngineExecutionResults run() {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(Rules.class)).execute();
  }

  private static List<String> names(EngineExecutionResults results) {
    return results.testEvents().finished().stream()
        .map(event -> event.getTestDescriptor().getDisplayName())
        .toList();
  }

  @Test
  void hasTheCasesOfTheFilesUnderTheirNames() {
    EngineExecutionResults results = run();
    assertThat(names(results)).containsExactly("fine", "starts", "stays", "known", "mended");
    results.testEvents().assertStatistics(stats -> stats.succeeded(2).failed(1).aborted(2));
    assertThat(results.testEvents().failed().stream())
        .singleElement()
        .satisfies(
            event -> {
              FileSource source = (FileSource) event.getTestDescriptor().getSource().orElseThrow();
              File file = dir.resolve("tests/shells.test.yaml").toFile();
              assertThat(source.getFile()).isEqualTo(file);
              assertThat(source.getPosition().orElseThrow().getLine()).isEqualTo(8);
            });
  }

  @Test
  void casesAreSelectedByName() {
    System.setProperty("falco.test", "fine");
    assertThat(names(run())).containsExactly("fine");
  }
}
