package io.falcoj.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.compiler.CompilationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
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

  @TempDir private Path dir;
  private final LogLines log = new LogLines();

  private static MavenProject project() {
    Model model = new Model();
    model.setGroupId("it");
    model.setArtifactId("site-rules");
    model.setVersion("1.0");
    return new MavenProject(model);
  }

  private CompilationResult compile(String rules) throws Exception {
    Files.writeString(dir.resolve("a.yaml"), rules);
    return RuleBuild.compile(project(), List.of(dir), log);
  }

  @Test
  void givesTheBundle() throws Exception {
    CompilationResult result = compile(RULE);
    assertThat(result.rules()).singleElement().matches(rule -> rule.name().equals("Shell started"));
    assertThat(new String(result.bundle(), 0, 2, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("PK");
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void tellsErrorsWithTheirPlaceAndFails() {
    assertThatThrownBy(() -> compile(RULE.replace("proc.name", "proc.nmae")))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("1 error(s) in the rules; the lines above say where");
    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("[error] ")
        .contains("a.yaml:3:36", "proc.nmae");
  }

  @Test
  void tellsWarningsAndGoesOn() throws Exception {
    CompilationResult result = compile("- list: unused\n  items: [a]\n" + RULE);
    assertThat(result.successful()).isTrue();
    assertThat(log.lines()).singleElement().asString().startsWith("[warn] ").contains("a.yaml:1:");
  }

  @Test
  void saysThatThereAreNoRules() throws Exception {
    RuleBuild.compile(project(), List.of(), log);
    assertThat(log.lines()).singleElement().asString().contains("no rule files");
  }

  @Test
  void namesAFileThatCannotBeRead() throws IOException {
    Path missing = dir.resolve("missing.yaml");
    assertThatThrownBy(() -> RuleBuild.compile(project(), List.of(missing), log))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("missing.yaml");
  }
}
