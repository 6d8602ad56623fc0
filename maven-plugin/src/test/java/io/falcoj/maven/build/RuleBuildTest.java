package io.falcoj.maven.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleBuildTest {
  private static final String RULE =
      """
      - rule: Shell started
        desc: Somebody started a shell.
        condition: evt.type = execve and proc.name = sh
        output: A shell was started
        priority: NOTICE
      """;

  private static final String OTHER = RULE.replace("Shell", "Bash").replace("= sh", "= bash");

  @TempDir private Path dir;
  private Path rules;
  private final LogLines log = new LogLines();

  @BeforeEach
  void folder() throws IOException {
    rules = Files.createDirectory(dir.resolve("rules"));
  }

  private RuleProject project(String version, Path... paths) {
    return new RuleProject("site-rules", version, List.of(paths), dir, dir.resolve("work"));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(rules.resolve(file), text);
  }

  private RuleBuild.Built update() throws Exception {
    return update(project("1.0", rules));
  }

  private RuleBuild.Built update(RuleProject project) throws Exception {
    log.lines().clear();
    return new RuleBuild(project, log).update();
  }

  @Test
  void givesTheBundle() throws Exception {
    write("a.yaml", RULE);
    assertThat(update()).isEqualTo(new RuleBuild.Built(1, true));
    assertThat(
            Files.readString(project("1.0").bundle(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .startsWith("PK");
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void tellsErrorsWithTheirPlaceAndFails() throws Exception {
    write("a.yaml", RULE);
    update();
    write("a.yaml", RULE.replace("proc.name", "proc.nmae"));
    assertThatThrownBy(this::update)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("1 error in the rules; the lines above say where");
    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("[error] ")
        .contains("a.yaml:3:36", "proc.nmae");
    assertThat(project("1.0").bundle()).as("of rules that are gone").doesNotExist();
  }

  @Test
  void saysThatThereAreNoRules() throws Exception {
    assertThat(update(project("1.0"))).isEqualTo(new RuleBuild.Built(0, false));
    assertThat(log.lines()).singleElement().asString().contains("no rule files");
  }

  @Test
  void namesAFileThatCannotBeRead() {
    assertThatThrownBy(() -> update(project("1.0", rules.resolve("missing.yaml"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("missing.yaml: no such file");
  }

  @Test
  void compilesNothingWhenNothingChanged() throws Exception {
    write("a.yaml", RULE);
    update();
    byte[] bundle = Files.readAllBytes(project("1.0").bundle());
    Files.setLastModifiedTime(
        rules.resolve("a.yaml"), java.nio.file.attribute.FileTime.fromMillis(0));
    assertThat(update()).isEqualTo(new RuleBuild.Built(1, false));
    assertThat(project("1.0").bundle()).hasBinaryContent(bundle);
  }

  @Test
  void tellsWarningsAgainAsLongAsTheyHold() throws Exception {
    write("a.yaml", "- list: unused\n  items: [a]\n" + RULE);
    assertThat(update().compiled()).isTrue();
    assertThat(log.lines()).singleElement().asString().startsWith("[warn] ").contains("a.yaml:1:");
    List<String> first = List.copyOf(log.lines());
    assertThat(update().compiled()).isFalse();
    assertThat(log.lines()).isEqualTo(first);
  }

  @Test
  void compilesWhenAFileIsChangedAddedRenamedOrRemoved() throws Exception {
    write("a.yaml", RULE);
    assertThat(update()).isEqualTo(new RuleBuild.Built(1, true));
    write("a.yaml", RULE.replace("NOTICE", "ERROR"));
    assertThat(update()).isEqualTo(new RuleBuild.Built(1, true));
    write("b.yaml", OTHER);
    assertThat(update()).isEqualTo(new RuleBuild.Built(2, true));
    Files.move(rules.resolve("b.yaml"), rules.resolve("c.yaml"));
    assertThat(update()).isEqualTo(new RuleBuild.Built(2, true));
    Files.delete(rules.resolve("c.yaml"));
    assertThat(update()).isEqualTo(new RuleBuild.Built(1, true));
    assertThat(update()).isEqualTo(new RuleBuild.Built(1, false));
  }

  @Test
  void compilesWhenOrderOrOptionsChange() throws Exception {
    write("a.yaml", RULE);
    write("b.yaml", OTHER);
    Path a = rules.resolve("a.yaml");
    Path b = rules.resolve("b.yaml");
    assertThat(update(project("1.0", a, b)).compiled()).isTrue();
    assertThat(update(project("1.0", a, b)).compiled()).isFalse();
    assertThat(update(project("1.0", b, a)).compiled()).isTrue();
    assertThat(update(project("1.1", b, a)).compiled()).isTrue();
    assertThat(update(project("1.1", b, a)).compiled()).isFalse();
  }

  @Test
  void compilesWhenTheBundleIsGoneOrAnother() throws Exception {
    write("a.yaml", RULE);
    update();
    Path bundle = project("1.0").bundle();
    byte[] compiled = Files.readAllBytes(bundle);
    Files.delete(bundle);
    assertThat(update().compiled()).isTrue();
    Files.writeString(bundle, "no bundle");
    assertThat(update().compiled()).isTrue();
    Files.writeString(bundle.resolveSibling("rules.json"), "{");
    assertThat(update().compiled()).isTrue();
    assertThat(bundle).hasBinaryContent(compiled);
  }
}
