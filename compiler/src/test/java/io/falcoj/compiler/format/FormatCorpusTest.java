package io.falcoj.compiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.conformance.Corpus;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.format.RuleFormatter.Formatted;
import io.falcoj.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Real rule files: laid out once and for all, and compiled to the same but for line numbers. */
class FormatCorpusTest {
  private final Set<String> seen = new HashSet<>();
  private int files;
  private int changed;

  @Test
  void filesSayTheSameInTheOneLayout() throws IOException {
    Path corpus = Corpus.root();
    for (Path path : Corpus.files(corpus, ".yaml")) {
      judge(SourceFile.decode(corpus.relativize(path).toString(), Files.readAllBytes(path)));
    }
    System.out.println("format: " + changed + " of " + files + " different rule files change");
    assertThat(changed).isGreaterThan(100);
  }

  private void judge(SourceFile file) throws IOException {
    Formatted formatted = RuleFormatter.format(file, new Diagnostics());
    if (formatted == null || !seen.add(file.text())) {
      return;
    }
    files++;
    assertThat(formatted.leftAsIs()).as(file.name()).isNull();
    SourceFile laidOut = new SourceFile(file.name(), formatted.text());
    Formatted again = RuleFormatter.format(laidOut, new Diagnostics());
    assertThat(again).as(file.name()).isEqualTo(formatted);
    if (!formatted.text().equals(file.text())) {
      changed++;
      assertThat(WithoutPositions.compile(laidOut))
          .as(file.name())
          .isEqualTo(WithoutPositions.compile(file));
    }
  }
}
