package io.falcoj.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.testkit.report.view.FileNames;
import io.falcoj.testkit.report.view.RunReport;
import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.Outcome;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitXmlReportTest {

  @TempDir private static Path project;
  private static RunReport report;

  @BeforeAll
  static void run() {
    report = SampleRun.in(project);
  }

  private static Element valid(String xml) throws Exception {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(JUnitXmlReportTest.class.getResource("junit-report.xsd"));
    schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  private static String of(CaseResult... results) {
    return new JUnitXmlReport(new FileNames(Path.of(""), List.of(Path.of("tests"))))
        .render(Results.FILE, List.of(results));
  }

  @Test
  void everyTestFileHasAFileThatServersRead() throws Exception {
    Reports.write(report, project.resolve("out"));
    try (Stream<Path> files = Files.list(project.resolve("out/junit"))) {
      List<Path> sorted = files.sorted().toList();
      assertThat(sorted)
          .extracting(file -> file.getFileName().toString())
          .containsExactly("TEST-files.secrets.xml", "TEST-programs.xml");
      for (Path file : sorted) {
        valid(Files.readString(file));
      }
    }
  }

  @Test
  void aSuiteCountsWhatBecameOfItsCases() throws Exception {
    Element suite =
        valid(
            of(
                Results.passed("a"),
                Results.failed("b", "first", "second"),
                Results.of("c", Outcome.BROKEN, "no such file"),
                Results.of("d", Outcome.TODO, "not yet"),
                Results.of("e", Outcome.TODO_PASSED)));
    assertThat(suite.getAttribute("name")).isEqualTo("a");
    assertThat(suite.getAttribute("tests")).isEqualTo("5");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
  }

  @Test
  void aFailureSaysWhereAndWhy() throws Exception {
    Element suite = valid(of(Results.failed("b", "first", "second")));
    Element testCase = (Element) suite.getElementsByTagName("testcase").item(0);
    assertThat(testCase.getAttribute("classname")).isEqualTo("a");
    assertThat(testCase.getAttribute("file")).isEqualTo("tests/a.test.yaml");
    assertThat(testCase.getAttribute("line")).isEqualTo("7");
    Element failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).isEqualTo("first (and 1 more)");
    assertThat(failure.getAttribute("type")).isEqualTo("MISSING");
    assertThat(failure.getTextContent())
        .isEqualTo("first\n> false  a = b\n\nsecond\n> false  a = b");
  }

  @Test
  void alertsAreTheOutputOfACase() throws Exception {
    String xml = Files.readString(written("TEST-files.secrets.xml"));
    Element out = (Element) valid(xml).getElementsByTagName("system-out").item(0);
    assertThat(out.getTextContent())
        .startsWith("event 2  Warning  Secret file opened  cat opened /etc/shadow (user=root)");
  }

  @Test
  void nothingInATextBreaksTheFile() throws Exception {
    String text = SampleRun.HOSTILE + "\u001b[0m \0 \uD800 \uFFFF \r\n";
    Element suite = valid(of(Results.failed(text, text)));
    Element failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertThat(failure.getTextContent()).startsWith(SampleRun.HOSTILE + "␛[0m ␀ \uFFFD \uFFFD ␍");
    assertThat(suite.getElementsByTagName("script").getLength()).isZero();
  }

  private static Path written(String name) throws Exception {
    Path folder = project.resolve("junit");
    Reports.writeJUnit(report, folder);
    return folder.resolve(name);
  }
}
