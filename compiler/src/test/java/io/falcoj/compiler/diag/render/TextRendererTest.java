package io.falcoj.compiler.diag.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextRendererTest {
  private static SourceSpan span(SourceFile file, String part) {
    int at = file.text().indexOf(part);
    return new SourceSpan(file, at, at + part.length());
  }

  @Test
  void marksThePlaceAndSaysTheWayOut() {
    SourceFile base = new SourceFile("base.yaml", "- macro: interactive\n  condition: x\n");
    SourceFile file = new SourceFile("a.yaml", "- rule: r\n  condition: proc.nmae exists\n");
    Diagnostic diagnostic =
        new Diagnostic(
            DiagnosticCode.UNKNOWN_FIELD,
            span(file, "proc.nmae"),
            "no field `proc.nmae`",
            "did you mean `proc.name`?",
            List.of(new Diagnostic.Related("used by macro `interactive`", span(base, "x"))));
    assertThat(TextRenderer.render(diagnostic))
        .isEqualTo(
            """
            error[unknown-field]: no field `proc.nmae`
             --> a.yaml:2:14
            2 |   condition: proc.nmae exists
              |              ^^^^^^^^^ did you mean `proc.name`?
              = used by macro `interactive` (base.yaml:2:14)
            """);
  }

  @Test
  void keepsTabsAboveTheMarkAndCutsLongLines() {
    SourceFile file = new SourceFile("a.yaml", "\tx: " + "y".repeat(500) + "z" + "y".repeat(500));
    String tab =
        TextRenderer.render(new Diagnostic(DiagnosticCode.YAML_PARSE, span(file, "x"), "bad"));
    assertThat(tab).contains("1 | \tx: y").contains("  | \t^\n");
    String far =
        TextRenderer.render(new Diagnostic(DiagnosticCode.YAML_PARSE, span(file, "z"), "bad"));
    assertThat(far.lines()).allMatch(line -> line.length() < 200);
    String[] lines = far.split("\n");
    assertThat(lines[3].indexOf('^')).isEqualTo(lines[2].indexOf('z'));
  }

  @Test
  void marksAsWideAsTheLettersAbove() {
    SourceFile file = new SourceFile("a.yaml", "\u6f22\ud83d\ude00e\u0301\t\u00e9x\u6f22y: 1");
    String[] shown =
        TextRenderer.render(
                new Diagnostic(DiagnosticCode.YAML_PARSE, span(file, "x\u6f22y"), "bad"))
            .split("\n");
    assertThat(shown[1]).endsWith("a.yaml:1:7");
    assertThat(shown[3]).isEqualTo("  | \u3000\u3000 \t ^^^^");
  }

  @Test
  void showsWhatTerminalsWouldObey() {
    SourceFile file = new SourceFile("a.yaml", "a\u001b[31m\u202e\u007f x");
    String shown =
        TextRenderer.render(new Diagnostic(DiagnosticCode.YAML_PARSE, span(file, "x"), "bad"));
    assertThat(shown).contains("1 | a\u241b[31m\ufffd\u2421 x\n  |          ^\n");
  }

  @Test
  void aByteOrderMarkTakesNoColumn() {
    SourceFile file = new SourceFile("a.yaml", "\ufeffx");
    String shown =
        TextRenderer.render(new Diagnostic(DiagnosticCode.YAML_PARSE, span(file, "x"), "bad"));
    assertThat(shown).contains("a.yaml:1:1\n1 | x\n  | ^\n");
  }

  @Test
  void pointsBehindTheLastCharacter() {
    SourceFile file = new SourceFile("a.yaml", "a: b");
    Diagnostic end =
        new Diagnostic(DiagnosticCode.YAML_PARSE, new SourceSpan(file, 4, 4), "unfinished");
    assertThat(TextRenderer.render(end)).contains("a.yaml:1:5").contains("\n  |     ^\n");
  }

  @Test
  void saysHowManyFindingsWereLeftOut() {
    SourceFile file = new SourceFile("a.yaml", "x".repeat(60));
    Diagnostics diags = new Diagnostics();
    for (int i = 0; i < 60; i++) {
      diags.report(DiagnosticCode.VALIDATE, new SourceSpan(file, i, i + 1), "bad");
    }
    assertThat(diags.errorCount()).isEqualTo(60);
    assertThat(TextRenderer.render(diags.sorted())).endsWith("... and 10 more\n");
  }
}
