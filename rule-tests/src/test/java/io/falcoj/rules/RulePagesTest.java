package io.falcoj.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.testkit.pages.PageFolder;
import io.falcoj.testkit.pages.RulePages;
import io.falcoj.testkit.rules.RuleSets;
import io.falcoj.testkit.suite.RuleTestSuite;
import io.falcoj.testkit.suite.SuiteFiles;
import io.falcoj.testkit.suite.SuiteReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The committed pages are what rules and tests say. With {@code -Dpages.update} they are written
 * first, as {@code falcoc docs} does.
 */
class RulePagesTest {
  private static final Path ROOT = Path.of(System.getProperty("falcoj.root", ".."));
  private static final String UPDATE = "pages.update";

  @Test
  void pagesAreUpToDate() throws Exception {
    List<RuleTestSuite> suites = new ArrayList<>();
    for (Path file : SuiteFiles.find(ROOT.resolve("rule-tests/src/test/falco"))) {
      suites.addAll(SuiteReader.read(file));
    }
    Map<String, String> pages =
        RulePages.render(
            new RuleSets(Map.of()).get(List.of(ROOT.resolve("rules/src/main/falco"))), suites);
    PageFolder folder = new PageFolder(ROOT.resolve("docs/rules"));
    if (Boolean.getBoolean(UPDATE)) {
      folder.write(pages);
    }
    assertThat(folder.differing(pages))
        .as(
            "pages in docs/rules that differ; write them with `falcoc docs -r rules/src/main/falco"
                + " -o docs/rules rule-tests/src/test/falco`, or run with -D"
                + UPDATE)
        .isEmpty();
  }
}
