package io.falcoj.compiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.format.RuleFormatter.Formatted;
import io.falcoj.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The layout by example: below {@code src/test/resources/format} each file and what becomes of it;
 * {@code -Dbaseline.update} writes the latter.
 */
class FormatBaselinesTest {
  private static final Path FOLDER = Path.of("src/test/resources/format");
  private static final String EXPECTED = ".expected.yaml";

  @TestFactory
  List<DynamicTest> filesBecomeWhatStandsBesideThem() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> !file.toString().endsWith(EXPECTED))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> judge(file)))
          .toList();
    }
  }

  private static void judge(Path path) throws IOException {
    SourceFile file = SourceFile.decode(path.getFileName().toString(), Files.readAllBytes(path));
    Formatted formatted = format(file);
    byte[] result = file.encode(formatted.text());
    Path expected = Path.of(path.toString().replace(".yaml", EXPECTED));
    if (System.getProperty("baseline.update") != null) {
      Files.write(expected, result);
    }
    assertThat(formatted.text())
        .as("write it with -Dbaseline.update")
        .isEqualTo(SourceFile.decode("", Files.readAllBytes(expected)).text());
    assertThat(result).isEqualTo(Files.readAllBytes(expected));
    SourceFile again = SourceFile.decode("again", result);
    assertThat(format(again).text()).as("a second time").isEqualTo(formatted.text());
  }

  private static Formatted format(SourceFile file) {
    Diagnostics diags = new Diagnostics();
    Formatted formatted = RuleFormatter.format(file, diags);
    assertThat(diags.reported()).isEmpty();
    assertThat(formatted).isNotNull();
    return formatted;
  }

  @Test
  void saysWhyAFileIsLeftAsItIs() {
    assertThat(note("- ? rule\n  : r\n")).isEqualTo("f.yaml:1:3: left as it is: a key behind `?`");
    assertThat(note("\ufeff# c\r\n- rule: a # b\u2028\r\n"))
        .isEqualTo("f.yaml:2:14: left as it is: a line end of another kind, U+2028");
    assertThat(note("[{macro: m, condition: c}]"))
        .startsWith("f.yaml:1:1: left as it is: items in");
    assertThat(note("- list: a\n  items: [b]\n  desc: |\n    \u0001\n"))
        .isEqualTo("f.yaml:3:9: left as it is: a block of blanks");
  }

  private static String note(String text) {
    Formatted formatted = format(new SourceFile("f.yaml", text));
    assertThat(formatted.text()).isEqualTo(text);
    return formatted.leftAsIs().describe();
  }

  @Test
  void refusesWhatIsNoRuleFile() {
    assertThat(error("- rule: [\n")).contains("while parsing a flow node");
    assertThat(error("rule: r\n")).isEqualTo("Rules content is not yaml array of objects");
    assertThat(error("text")).isEqualTo("Rules content is not yaml");
    assertThat(error("- &a x\n- *b\n")).contains("undefined alias");
    byte[] latin = {'#', ' ', (byte) 0xe9, '\n'};
    assertThat(error(SourceFile.decode("latin.yaml", latin))).startsWith("not UTF-8");
  }

  private static String error(String text) {
    return error(new SourceFile("f.yaml", text));
  }

  private static String error(SourceFile file) {
    Diagnostics diags = new Diagnostics();
    assertThat(RuleFormatter.format(file, diags)).isNull();
    assertThat(diags.reported()).hasSize(1);
    return diags.reported().get(0).message();
  }

  @Test
  void laysOutFilesWhoseRulesHaveFaults() {
    SourceFile file = new SourceFile("f.yaml", "- rule:  r\n- list: l\n");
    assertThat(format(file).text()).isEqualTo("- rule: r\n\n- list: l\n");
  }

  @Test
  void emptyFilesStayEmpty() {
    assertThat(format(new SourceFile("f.yaml", "")).text()).isEmpty();
    assertThat(format(new SourceFile("f.yaml", "\n\n# c  \n\n")).text()).isEqualTo("# c\n");
    assertThat(format(new SourceFile("f.yaml", "---\n")).text()).isEqualTo("---\n");
  }
}
