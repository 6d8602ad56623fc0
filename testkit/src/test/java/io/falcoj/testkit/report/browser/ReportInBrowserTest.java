package io.falcoj.testkit.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.testkit.report.Reports;
import io.falcoj.testkit.report.Results;
import io.falcoj.testkit.report.SampleRun;
import io.falcoj.testkit.report.view.FileNames;
import io.falcoj.testkit.report.view.RunReport;
import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.RunResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page as people use it: by mouse, by keyboard, with a screen reader, in the dark. */
class ReportInBrowserTest {
  private static final String CASES = "#cases .list > li";

  @TempDir private static Path dir;
  private static Path page;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start(dir.resolve("profile"));
    Reports.write(SampleRun.in(dir.resolve("project")), dir.resolve("reports"));
    page = dir.resolve("reports/index.html");
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    browser.media("screen", "light");
    browser.size(1280, 1400).open(page);
    browser.script("localStorage.clear()");
    browser.requests();
    browser.console();
    browser.open(page);
  }

  @Test
  void nothingIsAskedOfTheNetworkAndTheConsoleStaysEmpty() {
    browser.find("#cases button[data-do=open]").click();
    browser.find("#rules button[data-do=open]").click();
    assertThat(browser.requests())
        .allMatch(url -> url.equals(page.toUri().toString()) || url.equals("data:,"));
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void codeInATextDoesNotRunNorCodeThatIsAdded() {
    browser.script(
        "const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
            + " document.body.append(s);"
            + " document.body.insertAdjacentHTML('beforeend',"
            + " '<img src=\"data:,\" onerror=\"window.ran = 2\">');");
    assertThat(browser.<Object>script("return window.ran")).isNull();
    assertThat(browser.console())
        .isNotEmpty()
        .allMatch(line -> line.contains("Content Security Policy"));
  }

  @Test
  void theFilterShowsCasesThatHoldTheTextOrHaveTheState() {
    assertThat(browser.visible(CASES)).hasSize(6);
    browser.find("#cases-filter").sendKeys("SHADOW file");
    assertThat(browser.visible(CASES)).hasSize(2);
    assertThat(browser.find("#cases .status").getText()).isEqualTo("2 of 6 shown");
    assertThat(browser.visible("#cases .group")).hasSize(1);
    browser.find("#cases-filter").clear();
    browser.find("#cases-filter").sendKeys("programs.test");
    assertThat(browser.visible(CASES)).hasSize(2);
    browser.find("#cases-filter").clear();
    browser.find("#cases-filter").sendKeys("x", Keys.BACK_SPACE);
    browser.find("#cases label:has(input[value=failed])").click();
    assertThat(browser.visible(CASES)).hasSize(3);
  }

  @Test
  void aFailureOpensWithWhatExplainsIt() {
    WebElement failed = browser.find("#cases details[data-state=failed]");
    failed.findElement(By.tagName("summary")).click();
    assertThat(failed.findElement(By.tagName("h4")).getText())
        .contains("Secret file opened", "expected at least 1 alert");
    browser.find("#cases button[data-do=close]").click();
    assertThat(browser.all("#cases details[open]")).isEmpty();
    browser.find("#cases button[data-do=open]").click();
    assertThat(browser.all("#cases details[open]")).hasSize(4);
  }

  @Test
  void anAddressLeadsToACase() {
    browser.script("location.hash = '#case-4'");
    assertThat(browser.find("#case-4").getAttribute("open")).isNotNull();
    assertThat(browser.focused().findElement(By.xpath("..")).getAttribute("id"))
        .isEqualTo("case-4");
    boolean seen =
        browser.script(
            "return arguments[0].getBoundingClientRect().top"
                + " >= document.querySelector('.sections').getBoundingClientRect().bottom",
            browser.focused());
    assertThat(seen).isTrue();
  }

  @Test
  void theThemeFollowsTheSystemUntilOneIsChosenAndIsKept() {
    String light = background();
    browser.media("screen", "dark");
    String dark = background();
    assertThat(dark).isNotEqualTo(light);
    browser.find(".theme label:has(input[value=light])").click();
    assertThat(background()).isEqualTo(light);
    browser.open(page);
    assertThat(background()).isEqualTo(light);
    browser.find(".theme label:has(input[value=system])").click();
    assertThat(background()).isEqualTo(dark);
  }

  private static String background() {
    return browser.script("return getComputedStyle(document.body).backgroundColor");
  }

  @Test
  void aKeyboardIsEnough() {
    browser.press(Keys.TAB);
    assertThat(browser.focused().getText()).isEqualTo("Skip to the results");
    browser.press(Keys.ENTER);
    browser.press(Keys.TAB);
    assertThat(browser.focused().getAttribute("id")).isEqualTo("cases-filter");
    browser.press("nobody");
    browser.press(Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB);
    assertThat(browser.focused().getTagName()).isEqualTo("summary");
    assertThat(browser.focused().getText()).contains("nobody may read it");
    browser.press(Keys.ENTER);
    assertThat(browser.visible("#cases details[open] .body")).hasSize(1);
    browser.press(Keys.ENTER);
    assertThat(browser.visible("#cases details[open] .body")).isEmpty();
    browser.find(".theme input[value=system]").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    assertThat(browser.<String>script("return document.documentElement.dataset.theme"))
        .isEqualTo("dark");
  }

  @Test
  void theFocusIsSeenAndGoesInTheOrderOfThePage() {
    browser.find("#cases button[data-do=open]").click();
    browser.script("document.activeElement.blur(); window.scrollTo(0, 0)");
    browser.open(page);
    List<String> stops = new ArrayList<>();
    WebElement last = null;
    for (int i = 0; i < 60; i++) {
      browser.press(Keys.TAB);
      WebElement now = browser.focused();
      if (now.getTagName().equals("body")) {
        break;
      }
      String shown =
          browser.script(
              "const e = arguments[0].closest('label') ?? arguments[0];"
                  + " return getComputedStyle(e).outlineStyle",
              now);
      assertThat(shown).as("focus on %s", now.getText()).isNotEqualTo("none");
      if (last != null) {
        boolean behind =
            browser.script(
                "return !!(arguments[0].compareDocumentPosition(arguments[1])"
                    + " & Node.DOCUMENT_POSITION_FOLLOWING)",
                last,
                now);
        assertThat(behind).isTrue();
      }
      last = now;
      stops.add(now.getTagName());
    }
    assertThat(stops).contains("a", "input", "button", "summary").hasSizeGreaterThan(15);
  }

  @Test
  void assistiveTechnologyIsToldEverything() {
    browser.find("#cases button[data-do=open]").click();
    browser.find("#rules button[data-do=open]").click();
    List<AxNode> nodes = browser.accessibility();
    assertThat(nodes).filteredOn(AxNode::isControl).hasSizeGreaterThan(20);
    assertThat(nodes)
        .filteredOn(node -> node.isControl() || node.isImage())
        .noneMatch(node -> node.name().isEmpty());
    assertThat(nodes)
        .extracting(AxNode::role)
        .contains("banner", "navigation", "main", "contentinfo", "search", "status", "table");
    int level = 0;
    for (AxNode heading : nodes.stream().filter(AxNode::isHeading).toList()) {
      assertThat(heading.name()).isNotEmpty();
      assertThat(heading.level()).as(heading.name()).isBetween(1, level + 1);
      level = heading.level();
    }
  }

  @Test
  void textsHaveEnoughContrastInBothThemes() throws IOException {
    browser.find("#cases button[data-do=open]").click();
    browser.find("#rules button[data-do=open]").click();
    String script;
    try (InputStream in = SampleRun.class.getResourceAsStream("contrast.js")) {
      script = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String theme : List.of("light", "dark")) {
      browser.media("screen", theme);
      assertThat(browser.<List<String>>script(script)).as(theme).isEmpty();
    }
  }

  @Test
  void aNarrowWindowScrollsOnlyDownwards() {
    browser.size(500, 1400);
    browser.find("#cases button[data-do=open]").click();
    browser.find("#rules button[data-do=open]").click();
    long over =
        browser.<Long>script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(over).isZero();
    browser.screenshot("report-narrow");
  }

  @Test
  void thousandsOfCasesAreFilteredAtOnce() throws IOException {
    List<CaseResult> cases = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      cases.add(i % 100 == 0 ? Results.failed("case " + i, "why") : Results.passed("case " + i));
    }
    FileNames names = new FileNames(dir, List.of());
    Reports.write(RunReport.of("many", names, new RunResult(cases, 0)), dir.resolve("many"));
    browser.open(dir.resolve("many/index.html"));
    browser.find("#cases-filter").sendKeys("case 49");
    assertThat(browser.find("#cases .status").getText()).isEqualTo("111 of 5000 shown");
    browser.find("#cases label:has(input[value=failed])").click();
    assertThat(browser.all(CASES + ":not([hidden])")).hasSize(1);
  }

  @Test
  void peopleCanLookAtPictures() {
    browser.find("#cases button[data-do=open]").click();
    browser.find("#rules button[data-do=open]").click();
    long height = browser.<Long>script("return document.documentElement.scrollHeight");
    browser.size(1280, (int) Math.min(height + 150, 6000));
    browser.screenshot("report-light");
    browser.media("screen", "dark");
    browser.screenshot("report-dark");
    browser.media("print", "light");
    browser.screenshot("report-print");
  }
}
