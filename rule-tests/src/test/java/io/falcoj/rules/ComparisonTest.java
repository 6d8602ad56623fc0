package io.falcoj.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falcoj.rules.ComparisonPage.Comparison;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Ours see what upstream's stable rules see, and the page says how. With {@code
 * -Dcomparison.update} the page is written first.
 */
class ComparisonTest {
  private static final Path ROOT = Path.of(System.getProperty("falcoj.root", ".."));
  private static final Path CORPUS =
      Path.of(System.getProperty("falcoj.corpus", "../../shared/corpus"));
  private static final String UPDATE = "comparison.update";

  @Test
  void oursSeeWhatTheirStableRulesSee() throws Exception {
    assumeTrue(Files.isDirectory(CORPUS), "no recordings of others in " + CORPUS);
    Comparison comparison = ComparisonPage.of(ROOT, CORPUS);
    Path page = ROOT.resolve("docs/rules/comparison.md");
    if (Boolean.getBoolean(UPDATE)) {
      Files.createDirectories(page.resolveSibling(""));
      Files.writeString(page, comparison.page());
    }
    assertThat(comparison.missed()).as("events that only they speak of").isEmpty();
    assertThat(page)
        .as("run with -D" + UPDATE + " to write it")
        .content()
        .isEqualTo(comparison.page());
  }
}
