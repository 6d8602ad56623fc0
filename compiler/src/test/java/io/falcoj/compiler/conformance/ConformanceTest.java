package io.falcoj.compiler.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every recorded fact about Falco's language and loader, kind by kind. Rows that differ are listed
 * with the reason in {@code target/conformance.json}; a kind fails when its share of agreeing rows
 * falls below {@code conformance.floor}. {@code -Dfalcoj.kinds=parse,load} runs only those.
 */
class ConformanceTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final ObjectNode REPORT = JSON.createObjectNode();

  @TestFactory
  Stream<DynamicTest> recordedFacts() throws IOException {
    Path corpus = Corpus.root();
    Properties floor = new Properties();
    try (InputStream in = ConformanceTest.class.getResourceAsStream("/conformance.floor")) {
      floor.load(in);
    }
    List<String> only = List.of(System.getProperty("falcoj.kinds", "").split(","));
    return RowKind.all().stream()
        .filter(kind -> only.contains("") || only.contains(kind.name()))
        .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> hold(kind, corpus, floor)));
  }

  @AfterAll
  static void writeReport() throws IOException {
    if (!REPORT.isEmpty()) {
      Files.createDirectories(Path.of("target"));
      JSON.writeValue(Path.of("target/conformance.json").toFile(), REPORT);
    }
  }

  private static void hold(RowKind kind, Path corpus, Properties floor) throws IOException {
    Agreement agreement = new Agreement(kind.name());
    kind.rows().of(corpus).forEach(agreement::add);
    agreement.writeTo(REPORT);
    System.out.println(agreement);
    FidelityReport.put(kind.name(), agreement.figures());
    if (agreement.judged() == 0) {
      return;
    }
    String[] least = floor.getProperty(kind.name(), "1/1").split("/");
    double share = (double) agreement.held() / agreement.judged();
    assertThat(share)
        .as("%s; the rows that differ are in target/conformance.json", agreement)
        .isGreaterThanOrEqualTo(Double.parseDouble(least[0]) / Double.parseDouble(least[1]));
  }
}
