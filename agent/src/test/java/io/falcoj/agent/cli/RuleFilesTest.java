package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.agent.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFilesTest {
  @TempDir private Path dir;

  private String file(String name, String content) throws IOException {
    return Files.writeString(dir.resolve(name), content).toString();
  }

  private static String rule(String condition) {
    return """
        - rule: R
          desc: d
          condition: %s
          output: o
          priority: WARNING
        """
        .formatted(condition);
  }

  @Test
  void acceptsGoodRules() throws IOException {
    String good = file("good.yaml", rule("evt.type = open and proc.name = cat"));
    CommandRun run = CommandRun.falcoc("validate", good);
    assertThat(run.out()).isEqualTo(good + ": Ok\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void saysWhereRulesAreWrong() throws IOException {
    assertInvalid("evt.type = open and no_such_macro", "no_such_macro");
    assertInvalid("evt.type = open and proc.nmae = x", "did you mean `proc.name`?");
    assertInvalid("evt.type = open and proc.name ~ x", "");
    assertInvalid("evt.type = open and (", "");
  }

  @Test
  void saysThatAnEmptyFileHasNoRule() throws IOException {
    String empty = file("empty.yaml", "");
    CommandRun run = CommandRun.falcoRun("-r", empty, "-L");
    assertThat(run.err()).contains("warning: " + empty + ":1:1: no rule in this file");
    assertThat(run.code()).isZero();
  }

  private void assertInvalid(String condition, String message) throws IOException {
    String bad = file("bad.yaml", rule(condition));
    for (CommandRun run :
        new CommandRun[] {
          CommandRun.falcoc("validate", bad),
          CommandRun.falcoRun("-V", bad),
          CommandRun.falcoRun("-r", bad, "-L"),
          CommandRun.falcoc("compile", "-o", dir.resolve("b.jar").toString(), bad)
        }) {
      assertThat(run.err()).contains("error[").contains(bad + ":3:").contains(message);
      assertThat(run.err()).doesNotContain("\tat ");
      assertThat(run.code()).isEqualTo(ExitCode.INVALID);
    }
    assertThat(dir.resolve("b.jar")).doesNotExist();
  }

  @Test
  void refusesFilesThatAreNoRules() throws IOException {
    String map = file("map.yaml", "rule: x\n");
    assertThat(CommandRun.falcoc("validate", map).code()).isEqualTo(ExitCode.INVALID);
    String broken = file("broken.yaml", "- rule: [\n");
    assertThat(CommandRun.falcoc("validate", broken).err()).contains("error[");
    Path latin =
        Files.write(dir.resolve("latin.yaml"), "# \u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(CommandRun.falcoc("validate", latin.toString()).err())
        .contains("not UTF-8")
        .contains(latin + ":1:3");
    String missing = dir.resolve("none.yaml").toString();
    assertThat(CommandRun.falcoc("validate", missing).err()).contains(missing + ": no such file");
    Path empty = Files.createDirectory(dir.resolve("empty"));
    assertThat(CommandRun.falcoc("validate", empty.toString()).err()).contains("no .yaml");
  }

  @Test
  void printsTheObjectOfFalcosLoadResults() throws IOException {
    String bad = file("bad.yaml", rule("evt.type = open and no_such_macro"));
    CommandRun run = CommandRun.falcoc("validate", "--json", bad);
    assertThat(run.out())
        .startsWith("{\"falco_load_results\":[{")
        .contains("\"successful\":false")
        .contains("LOAD_ERR_VALIDATE");
    assertThat(run.code()).isEqualTo(ExitCode.INVALID);
  }

  @Test
  void readsDirectoriesInPathOrder() throws IOException {
    Path rules = Files.createDirectories(dir.resolve("rules/sub"));
    Files.writeString(
        rules.getParent().resolve("a.yaml"), "- macro: opens\n  condition: evt.type = open\n");
    Files.writeString(rules.resolve("b.yml"), rule("opens and proc.name = cat"));
    Files.writeString(rules.resolve("c.txt"), "no rules");
    CommandRun run = CommandRun.falcoc("validate", rules.getParent().toString());
    assertThat(run.outLines()).hasSize(2);
    assertThat(run.code()).isZero();
  }

  @Test
  void wantsASubcommandAndPaths() {
    assertThat(CommandRun.falcoc().code()).isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.falcoc("validate").code()).isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.falcoc("compile", "x.yaml").code()).isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.falcoc("--help").out()).contains("compile").contains("validate");
  }
}
