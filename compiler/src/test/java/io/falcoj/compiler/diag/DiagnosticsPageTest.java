package io.falcoj.compiler.diag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@code docs/diagnostics.md} says what the code does; {@code -Dbaseline.update} writes it. */
class DiagnosticsPageTest {
  private static final Path PAGE = Path.of("../docs/diagnostics.md");
  private static final String HEAD =
      """
      # Diagnostics

      What `falcoc validate` and `falcoc compile` say about rule files, generated from
      `io.falcoj.compiler.diag.DiagnosticCode`. Errors keep a bundle from being made; warnings and
      notes do not. The code in brackets is ours; where Falco has a code for the same finding,
      `falcoc validate --json` prints that one. What has no code of Falco's is left out there unless
      `--lint` asks for it.

      """;

  @Test
  void pageIsUpToDate() throws IOException {
    String page = page();
    if (System.getProperty("baseline.update") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).content().as("write it with -Dbaseline.update").isEqualTo(page);
  }

  private static String page() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("| code | severity | Falco's code |\n|---|---|---|\n");
    for (DiagnosticCode code : DiagnosticCode.values()) {
      page.append("| [").append(code.label()).append("](#").append(code.label()).append(") | ");
      page.append(severity(code)).append(" | ").append(falcoCode(code)).append(" |\n");
    }
    for (DiagnosticCode code : DiagnosticCode.values()) {
      section(code, page);
    }
    return page.toString();
  }

  private static String severity(DiagnosticCode code) {
    return code.severity().name().toLowerCase(Locale.ROOT);
  }

  private static String falcoCode(DiagnosticCode code) {
    return code.isOwn() ? "none" : "`" + code.falcoCode() + "`";
  }

  private static void section(DiagnosticCode code, StringBuilder page) throws IOException {
    page.append("\n## ").append(code.label()).append("\n\n");
    page.append(code.meaning()).append("\n\n");
    page.append("Way out: ").append(code.wayOut()).append("\n");
    for (Path file : Cases.ruleFiles(Cases.example(code))) {
      page.append("\n`").append(file.getFileName()).append("`:\n");
      page.append("```yaml\n").append(Files.readString(file)).append("```\n");
    }
    String shown = Files.readString(Cases.expected(Cases.example(code)));
    page.append("\n```text\n").append(shown).append("```\n");
  }
}
