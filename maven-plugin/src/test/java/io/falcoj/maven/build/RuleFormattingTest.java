package io.falcoj.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFormattingTest {
  private static final String UGLY = "- list:  l\n  items: [a,b]\n";
  private static final String PRETTY = "- list: l\n  items: [a, b]\n";

  @TempDir private Path dir;
  private final LogLines log = new LogLines();
  private Path ugly;

  @BeforeEach
  void files() throws IOException {
    ugly = Files.writeString(dir.resolve("a.yaml"), UGLY);
    Files.writeString(dir.resolve("b.yaml"), PRETTY);
  }

  private RuleFormatting format(boolean check) throws IOException {
    RuleFormatting formatting = new RuleFormatting(log, check);
    formatting.format(List.of(dir));
    return formatting;
  }

  @Test
  void rewritesWhatIsNotLaidOut() throws IOException {
    assertThat(format(false).summary()).isEqualTo("1 file formatted, 1 as they should be");
    assertThat(log.lines()).containsExactly("[info] " + ugly + ": formatted");
    assertThat(ugly).content().isEqualTo(PRETTY);
  }

  @Test
  void checksWithoutWriting() throws IOException {
    RuleFormatting checked = format(true);
    assertThat(checked.changed()).isEqualTo(1);
    assertThat(checked.summary()).isEqualTo("1 file would change, 1 as they should be");
    assertThat(log.lines()).containsExactly("[error] " + ugly + ": would change");
    assertThat(ugly).content().isEqualTo(UGLY);
  }

  @Test
  void tellsWhatIsNoYaml() throws IOException {
    Files.writeString(ugly, "- list: [\n");
    assertThat(format(false).failed()).isEqualTo(1);
    assertThat(log.lines()).anyMatch(line -> line.contains("a.yaml:"));
  }
}
