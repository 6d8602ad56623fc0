package io.falcoj.testkit.diff.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.testkit.run.RulesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionReaderTest {
  @TempDir private Path dir;
  private Path rules = Path.of("");

  @BeforeEach
  void repository() throws Exception {
    assumeTrue(runs("git", "--version"), "there is no git here");
    rules = Files.createDirectories(dir.resolve("src/main/falco"));
    Files.writeString(rules.resolve("b.yaml"), rule("Second"));
    Files.writeString(rules.resolve("a.yaml"), rule("First"));
    Files.writeString(rules.resolve("note.txt"), "no rules");
    git("init", "-q");
    git("add", "-A");
    git("-c", "user.email=a@example.com", "-c", "user.name=a", "commit", "-qm", "rules");
    Files.writeString(rules.resolve("a.yaml"), rule("Now"));
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", dir.toString()));
    command.addAll(List.of(arguments));
    assertThat(runs(command.toArray(String[]::new))).isTrue();
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String rule(String name) {
    return "- {rule: %s, desc: d, condition: evt.type = open, output: o, priority: INFO}\n"
        .formatted(name);
  }

  private static List<String> names(RuleSetVersion version) {
    return version.rules().stream().map(RuleInfo::name).toList();
  }

  @Test
  void readsWhatFilesWereAtARevision() throws Exception {
    RuleSetVersion version = VersionReader.revision("HEAD", List.of(rules));
    assertThat(names(version)).containsExactly("First", "Second");
    assertThat(version.rules().get(0).file()).isEqualTo("HEAD:src/main/falco/a.yaml");
    assertThat(names(VersionReader.revision("HEAD", List.of(rules.resolve("b.yaml")))))
        .containsExactly("Second");
    assertThat(names(VersionReader.files(List.of(rules)))).containsExactly("Now", "Second");
  }

  @Test
  void readsDirectoriesThatAreGone() throws Exception {
    Files.delete(rules.resolve("a.yaml"));
    Files.delete(rules.resolve("b.yaml"));
    Files.delete(rules.resolve("note.txt"));
    Files.delete(rules);
    assertThat(names(VersionReader.revision("HEAD", List.of(rules))))
        .containsExactly("First", "Second");
  }

  @Test
  void saysWhatItCannotFind() {
    assertThatThrownBy(() -> VersionReader.revision("nope", List.of(rules)))
        .isInstanceOf(VersionException.class)
        .hasMessageContaining("no revision 'nope'");
    assertThatThrownBy(() -> VersionReader.revision("-x", List.of(rules)))
        .isInstanceOf(VersionException.class)
        .hasMessageContaining("'-x' is no revision");
    assertThatThrownBy(() -> VersionReader.revision("HEAD", List.of(dir.resolve("none"))))
        .isInstanceOf(VersionException.class)
        .hasMessageContaining("no .yaml or .yml file");
    assertThatThrownBy(() -> VersionReader.read("nowhere.yaml"))
        .isInstanceOf(VersionException.class)
        .hasMessageContaining("nowhere.yaml: no such file");
  }

  @Test
  void outsideOfARepositoryThereAreNoRevisions(@TempDir Path elsewhere) {
    assertThatThrownBy(() -> VersionReader.revision("HEAD", List.of(elsewhere)))
        .isInstanceOf(VersionException.class)
        .hasMessageContaining("git");
  }

  @Test
  void invalidRulesHaveTheirDiagnostics() throws Exception {
    Files.writeString(rules.resolve("a.yaml"), rule("x").replace("evt.type", "evt.tpe"));
    assertThatThrownBy(() -> VersionReader.files(List.of(rules)))
        .isInstanceOf(RulesException.class)
        .hasMessageContaining("a.yaml:1:");
  }
}
