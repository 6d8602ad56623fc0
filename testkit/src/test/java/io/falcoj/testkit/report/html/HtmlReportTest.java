package io.falcoj.testkit.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.testkit.report.Results;
import io.falcoj.testkit.report.SampleRun;
import io.falcoj.testkit.report.view.FileNames;
import io.falcoj.testkit.report.view.RunReport;
import io.falcoj.testkit.run.RunResult;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {
  private static final Pattern INLINE = Pattern.compile("(?s)<(style|script)>(.*?)</\\1>");

  @TempDir private static Path project;
  private static String page;

  @BeforeAll
  static void run() {
    page = HtmlReport.render(SampleRun.in(project.resolve("a")));
  }

  /** The page is written so that it is XML, too, but for style and script. */
  private static Document parsed(String text) throws Exception {
    String xml = INLINE.matcher(text).replaceAll("<$1></$1>").replace("<!DOCTYPE html>", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> elements(Document document) {
    NodeList all = document.getElementsByTagName("*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }

  @Test
  void equalRunsGiveEqualPagesWithoutTheMachinesPaths() {
    assertThat(HtmlReport.render(SampleRun.in(project.resolve("b"))))
        .isEqualTo(page)
        .doesNotContain(project.toString());
  }

  @Test
  void whatTextsHoldStaysText() throws Exception {
    String text = SampleRun.HOSTILE + " \u001b \0 \uD800 <img src=x onerror=alert(1)> @script@";
    RunResult result = new RunResult(List.of(Results.failed(text, text)), 0);
    RunReport report = RunReport.of(text, new FileNames(project, List.of()), result);
    List<Element> elements = elements(parsed(HtmlReport.render(report)));
    assertThat(elements).filteredOn(e -> e.getTagName().equals("script")).hasSize(1);
    assertThat(elements).noneMatch(e -> e.getTagName().equals("img"));
    assertThat(elements)
        .filteredOn(e -> e.getTagName().equals("h1"))
        .singleElement()
        .extracting(Element::getTextContent)
        .asString()
        .contains("<script>alert('x')</script> ]]> [U+202E]gnp.exe", "␛ ␀ \uFFFD", "@script@");
  }

  @Test
  void nothingIsFetchedAndNoElementRunsCode() throws Exception {
    for (Element element : elements(parsed(page))) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        String name = element.getAttributes().item(i).getNodeName();
        String value = element.getAttributes().item(i).getNodeValue();
        assertThat(name).doesNotStartWith("on").isNotIn("src", "style");
        if (name.equals("href")) {
          assertThat(value).matches("#[\\w-]+|data:,");
        }
      }
    }
  }

  @Test
  void thePolicyAllowsTheStyleAndTheScriptAndNothingElse() throws Exception {
    String policy =
        elements(parsed(page)).stream()
            .filter(e -> e.getAttribute("http-equiv").equals("Content-Security-Policy"))
            .findFirst()
            .orElseThrow()
            .getAttribute("content");
    assertThat(policy).startsWith("default-src 'none'; base-uri 'none'; form-action 'none'");
    Matcher inline = INLINE.matcher(page);
    while (inline.find()) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(inline.group(2).getBytes(StandardCharsets.UTF_8));
      assertThat(policy)
          .contains(
              inline.group(1) + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
  }

  @Test
  void everyNameIsThereOnce() throws Exception {
    List<String> ids =
        elements(parsed(page)).stream()
            .map(e -> e.getAttribute("id"))
            .filter(id -> !id.isEmpty())
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
    for (Element element : elements(parsed(page))) {
      for (String to : List.of("aria-labelledby", "for")) {
        if (element.hasAttribute(to)) {
          assertThat(ids).contains(element.getAttribute(to));
        }
      }
    }
  }

  @Test
  void aCheckSaysInWordsWhatCasesShowOfIt() throws Exception {
    assertThat(
            elements(parsed(page)).stream()
                .filter(e -> e.getAttribute("class").equals("part"))
                .map(Element::getTextContent))
        .contains(
            "and fd.name in (secret_files) seen true and false rules.yaml:7",
            "proc.name = backup only seen false rules.yaml:16",
            "and fd.name startswith /etc/ never evaluated rules.yaml:16");
  }
}
