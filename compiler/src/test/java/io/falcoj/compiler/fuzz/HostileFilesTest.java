package io.falcoj.compiler.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.Checked;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.source.SourceFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Files made to hurt: each ends with one clear error, or loads where Falco loads it. */
class HostileFilesTest {
  private static final String TEN_TIMES = "[*%1$s,*%1$s,*%1$s,*%1$s,*%1$s,*%1$s,*%1$s,*%1$s]";

  @Test
  void manyOpenBrackets() {
    Diagnostic error = Outcome.error(condition("(".repeat(100_000)));

    assertThat(error.code()).isEqualTo(DiagnosticCode.CONDITION_SYNTAX);
    assertThat(error.message()).contains("max depth limit");
  }

  @Test
  void manyNots() {
    assertThat(Outcome.error(condition("not ".repeat(100_000))).code())
        .isEqualTo(DiagnosticCode.CONDITION_SYNTAX);
  }

  @Test
  void aScalarOfTenMegabytes() {
    SourceFile compared = condition("evt.type=open and proc.name=" + "x".repeat(10 << 20));
    SourceFile printed =
        new SourceFile(
            "rules.yaml",
            Checked.rule("r", "evt.type=open").replace("out\n", "x".repeat(10 << 20) + "\n"));

    // Falco too compares at most 255 bytes.
    assertThat(Outcome.error(compared).code()).isEqualTo(DiagnosticCode.BAD_LITERAL);
    assertThat(Outcome.of(printed).successful()).isTrue();
  }

  @Test
  void aConditionOfManyChecks() {
    String one = "proc.name=a%d or ";
    StringBuilder text = new StringBuilder("evt.type=open and (");
    for (int i = 0; i < 50_000; i++) {
      text.append(one.formatted(i));
    }

    assertThat(Outcome.of(condition(text + "proc.name=z)")).successful()).isTrue();
  }

  @Test
  void aListOfManyItems() {
    StringBuilder yaml = new StringBuilder("- list: names\n  items:\n");
    for (int i = 0; i < 100_000; i++) {
      yaml.append("  - n").append(i).append('\n');
    }
    yaml.append(Checked.rule("r", "evt.type=open and proc.name in (names)"));

    assertThat(Outcome.of(new SourceFile("rules.yaml", yaml.toString())).successful()).isTrue();
  }

  @Test
  void aliasesThatMultiply() {
    StringBuilder yaml = new StringBuilder("- list: a\n  items: &l0 [x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      yaml.append("- list: a%d\n  items: &l%d ".formatted(i, i))
          .append(TEN_TIMES.formatted("l" + (i - 1)))
          .append('\n');
    }

    assertThat(Outcome.of(new SourceFile("rules.yaml", yaml.toString())).errors()).isNotEmpty();
  }

  @Test
  void macrosThatMultiply() {
    StringBuilder yaml = new StringBuilder("- macro: m0\n  condition: proc.name=a\n");
    for (int i = 1; i < 64; i++) {
      yaml.append("- macro: m%d\n  condition: m%d or not m%d\n".formatted(i, i - 1, i - 1));
    }
    yaml.append(Checked.rule("r", "evt.type=open and m63"));

    assertThat(Outcome.of(new SourceFile("rules.yaml", yaml.toString())).errors()).isNotEmpty();
  }

  @Test
  void listsThatMultiply() {
    // A name is replaced by what a list that stands further down holds.
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 64; i++) {
      yaml.append("- list: l%d\n  items: [l%d, l%d]\n".formatted(i, i + 1, i + 1));
    }
    yaml.append(Checked.rule("r", "evt.type=open and proc.name in (l0)"));

    Diagnostic error = Outcome.error(new SourceFile("rules.yaml", yaml.toString()));

    assertThat(error.message()).contains("is longer than");
  }

  @Test
  void deepYaml() {
    Diagnostic error = Outcome.error(new SourceFile("rules.yaml", "[".repeat(100_000)));

    assertThat(error.code()).isEqualTo(DiagnosticCode.YAML_PARSE);
  }

  @Test
  void textThatIsNotUtf8() {
    byte[] file = Checked.rule("r", "evt.type=open").getBytes(StandardCharsets.ISO_8859_1);
    file[file.length - 2] = (byte) 0xC3;

    Outcome.of(SourceFile.decode("rules.yaml", file));
  }

  @Test
  void charactersThatYamlForbids() {
    SourceFile file = new SourceFile("rules.yaml", "- list: a\n  items: [a\0b]\n");

    assertThat(Outcome.error(file).code()).isEqualTo(DiagnosticCode.YAML_PARSE);
  }

  @Test
  void byteOrderMarkCarriageReturnsAndTabs() {
    String text = "\ufeff" + Checked.rule("r", "evt.type=open\tand\n\tproc.name=a");

    SourceFile file = new SourceFile("rules.yaml", text.replace("\n", "\r\n"));

    assertThat(Outcome.of(file).successful()).isTrue();
  }

  @Test
  void keysWrittenTwice() {
    SourceFile file =
        new SourceFile(
            "rules.yaml", Checked.rule("r", "evt.type=open") + "  condition: no.such = field\n");

    assertThat(Outcome.of(file).successful()).isTrue();
  }

  private static SourceFile condition(String text) {
    return new SourceFile("rules.yaml", Checked.rule("r", text));
  }
}
