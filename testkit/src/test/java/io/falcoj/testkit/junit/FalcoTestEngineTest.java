package io.falcoj.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUri;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class FalcoTestEngineTest {
  @TempDir private Path dir;
  private Path shells;
  private Path more;

  @BeforeEach
  void files() throws IOException {
    shells = Project.write(dir);
    more = dir.resolve("tests/more/more.test.yaml");
  }

  private EngineExecutionResults run(DiscoverySelector... selectors) {
    return EngineTestKit.engine("falco")
        .configurationParameter("falco.rules", dir.resolve("rules").toString())
        .selectors(selectors)
        .execute();
  }

  private static List<String> names(EngineExecutionResults results) {
    return results.testEvents().finished().stream()
        .map(event -> event.getTestDescriptor().getDisplayName())
        .toList();
  }

  @Test
  void runsTheCasesOfAFolder() {
    EngineExecutionResults results = run(selectDirectory(dir.resolve("tests").toFile()));
    assertThat(names(results)).containsExactly("fine", "starts", "stays", "known", "mended");
    results
        .testEvents()
        .assertStatistics(stats -> stats.started(5).succeeded(2).failed(1).aborted(2));
  }

  @Test
  void aFailureHasItsExplanationAndItsPlace() {
    Event failed =
        run(selectFile(shells.toFile())).testEvents().failed().stream().findFirst().orElseThrow();
    assertThat(failed.getTestDescriptor().getSource())
        .contains(
            FileSource.from(
                shells.toFile(),
                org.junit.platform.engine.support.descriptor.FilePosition.from(8, 5)));
    assertThat(failed.getRequiredPayload(TestExecutionResult.class))
        .extracting(result -> result.getThrowable().orElseThrow())
        .satisfies(
            thrown -> {
              assertThat(thrown)
                  .hasMessageStartingWith(
                      "stays\nshells.test.yaml:8: rule \"Shell\": 1 alert that the case does not"
                          + " expect, for event 1: sh")
                  .hasMessageContaining("true   proc.name = sh     sh      rules.yaml:3");
              assertThat(thrown.getStackTrace()[0]).hasToString("falco.stays(shells.test.yaml:8)");
            });
  }

  @Test
  void oneCaseByLineUriAndId() {
    assertThat(names(run(selectFile(shells.toFile(), FilePosition.from(6)))))
        .containsExactly("starts");
    assertThat(names(run(selectUri(shells.toUri() + "?line=10")))).containsExactly("stays");
    assertThat(names(run(selectUri(URI.create(more.toUri().toString()))))).containsExactly("fine");
    Event one = run(selectFile(shells.toFile())).testEvents().started().stream().toList().get(0);
    String id = one.getTestDescriptor().getUniqueId().toString();
    assertThat(names(run(selectUniqueId(id)))).containsExactly("starts");
  }

  @Test
  void otherFilesAndClassesAreOthers() {
    run(
            selectFile(dir.resolve("rules/rules.yaml").toFile()),
            selectClass(FalcoRuleTestsTest.Rules.class))
        .allEvents()
        .assertStatistics(stats -> stats.started(1).finished(1));
  }

  @Test
  void aFileWithMistakesFails() throws IOException {
    Files.writeString(shells, "tests: [{name: a, expect: []}]\n");
    Event failed =
        run(selectFile(shells.toFile()), selectFile(more.toFile()))
            .containerEvents()
            .failed()
            .stream()
            .findFirst()
            .orElseThrow();
    assertThat(failed.getTestDescriptor().getDisplayName()).isEqualTo("shells.test.yaml");
    Files.writeString(dir.resolve("rules/rules.yaml"), "- rule: R\n");
    run(selectFile(more.toFile()))
        .containerEvents()
        .assertStatistics(stats -> stats.failed(1).succeeded(1));
  }

  @Test
  void casesAreSelectedByName() {
    EngineExecutionResults results =
        EngineTestKit.engine("falco")
            .configurationParameter("falco.rules", dir.resolve("rules").toString())
            .configurationParameter("falco.test", "*st*,!stays")
            .selectors(selectDirectory(dir.toFile()))
            .execute();
    assertThat(names(results)).containsExactly("starts");
  }
}
