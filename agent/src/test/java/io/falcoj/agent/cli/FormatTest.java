package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.agent.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatTest {
  private static final String UGLY = "- list:  l\n  items: [a,b]\n";
  private static final String PRETTY = "- list: l\n  items: [a, b]\n";

  @TempDir private Path dir;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(dir.resolve(name), content);
  }

  @Test
  void rewritesWhatIsNotLaidOut() throws IOException {
    Path ugly = file("a.yaml", UGLY);
    Path pretty = file("b.yml", PRETTY);
    CommandRun run = CommandRun.falcoc("format", dir.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo(ugly + ": formatted\n1 file formatted, 1 as they should be\n");
    assertThat(ugly).content().isEqualTo(PRETTY);
    assertThat(pretty).content().isEqualTo(PRETTY);
    assertThat(CommandRun.falcoc("format", dir.toString()).err())
        .isEqualTo("0 files formatted, 2 as they should be\n");
  }

  @Test
  void checksWithoutWriting() throws IOException {
    Path ugly = file("a.yaml", UGLY);
    Path pretty = file("b.yaml", PRETTY);
    CommandRun run = CommandRun.falcoc("format", "--check", dir.toString());
    assertThat(run.code()).isEqualTo(ExitCode.DIFFERENT);
    assertThat(run.out()).isEqualTo(ugly + "\n");
    assertThat(run.err()).isEqualTo("1 file would change, 1 as they should be\n");
    assertThat(ugly).content().isEqualTo(UGLY);
    assertThat(CommandRun.falcoc("format", "--check", pretty.toString()).code()).isZero();
  }

  @Test
  void printsInsteadOfWriting() throws IOException {
    Path ugly = file("a.yaml", UGLY);
    CommandRun run = CommandRun.falcoc("format", "--stdout", ugly.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(PRETTY);
    assertThat(run.err()).isEmpty();
    assertThat(ugly).content().isEqualTo(UGLY);
  }

  @Test
  void formatsStandardInput() {
    CommandRun run = CommandRun.falcocReading(UGLY.getBytes(StandardCharsets.UTF_8), "format", "-");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(PRETTY);
    CommandRun check =
        CommandRun.falcocReading(UGLY.getBytes(StandardCharsets.UTF_8), "format", "--check", "-");
    assertThat(check.code()).isEqualTo(ExitCode.DIFFERENT);
    assertThat(check.out()).isEqualTo("standard input\n");
  }

  @Test
  void leavesWhatIsNoRuleFileAndGoesOn() throws IOException {
    Path broken = file("a.yaml", "- rule: [\n");
    Path ugly = file("b.yaml", UGLY);
    String missing = dir.resolve("none.yaml").toString();
    CommandRun run = CommandRun.falcoc("format", broken.toString(), missing, ugly.toString());
    assertThat(run.code()).isEqualTo(ExitCode.INVALID);
    assertThat(run.err())
        .contains("error[yaml-parse]")
        .contains(broken + ":2:1")
        .contains(missing + ": no such file")
        .endsWith("1 file formatted, 0 as they should be, 2 not formatted\n");
    assertThat(broken).content().isEqualTo("- rule: [\n");
    assertThat(ugly).content().isEqualTo(PRETTY);
  }

  @Test
  void saysWhyAFileIsLeftAsItIs() throws IOException {
    Path flow = file("a.yaml", "- ? list\n  : l\n");
    CommandRun run = CommandRun.falcoc("format", flow.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).startsWith("warning: " + flow + ":1:3: left as it is: ");
  }

  @Test
  void keepsEncodingAndLineEnds() throws IOException {
    String text = "\ufeff" + UGLY.replace("\n", "\r\n");
    Path file = Files.write(dir.resolve("a.yaml"), text.getBytes(StandardCharsets.UTF_16LE));
    assertThat(CommandRun.falcoc("format", file.toString()).code()).isZero();
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_16LE))
        .isEqualTo("\ufeff" + PRETTY.replace("\n", "\r\n"));
  }

  @Test
  void wantsPathsAndOneModeOnly() {
    assertThat(CommandRun.falcoc("format").code()).isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.falcoc("format", "--check", "--stdout", "x").code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.falcoc("format", "--help").out()).contains("--check").contains("5 with");
  }
}
