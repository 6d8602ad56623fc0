package io.falcoj.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.testkit.report.view.FileNames;
import io.falcoj.testkit.report.view.RunReport;
import io.falcoj.testkit.run.Outcome;
import io.falcoj.testkit.run.RunResult;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifReportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path project;

  private static JsonNode valid(RunReport report) throws Exception {
    JsonNode json = JSON.readTree(SarifReport.render(report));
    try (InputStream in =
        SarifReportTest.class.getResourceAsStream("sarif-2.1.0-subset.schema.json")) {
      var schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(JSON.readTree(in));
      assertThat(schema.validate(json)).isEmpty();
    }
    JsonNode rules = json.at("/runs/0/tool/driver/rules");
    for (JsonNode result : json.at("/runs/0/results")) {
      assertThat(rules.get(result.get("ruleIndex").asInt()).get("id"))
          .isEqualTo(result.get("ruleId"));
    }
    return json;
  }

  private static List<String> lines(JsonNode json) {
    List<String> lines = new ArrayList<>();
    for (JsonNode result : json.at("/runs/0/results")) {
      JsonNode place = result.at("/locations/0/physicalLocation");
      lines.add(
          result.get("level").asText()
              + " "
              + result.get("ruleId").asText()
              + " "
              + place.at("/artifactLocation/uri").asText()
              + ":"
              + place.at("/region/startLine").asInt()
              + ":"
              + place.at("/region/startColumn").asInt());
    }
    return lines;
  }

  private RunReport report(Outcome outcome, String... problems) {
    RunResult result = new RunResult(List.of(Results.of("a", outcome, problems)), 0);
    return RunReport.of("t", new FileNames(Path.of(""), List.of()), result);
  }

  @Test
  void tellsFindingsFailedCasesAndWhatNoCaseTests() throws Exception {
    JsonNode json = valid(SampleRun.in(project));
    assertThat(lines(json))
        .contains(
            "warning unused-macro rules/rules.yaml:23:10",
            "error failed-case tests/files/secrets.test.yaml:20:0",
            "error broken-case tests/programs.test.yaml:9:0",
            "note untested-condition rules/rules.yaml:16:20");
    assertThat(json.toString())
        .contains(
            "\\\"fd.name startswith /etc/\\\" was never evaluated (rule \\\"Secret file opened\\\")")
        .doesNotContain(project.toString());
  }

  @Test
  void aCaseThatIsMarkedIsNoResultUntilItPasses() throws Exception {
    assertThat(lines(valid(report(Outcome.TODO, "not yet")))).isEmpty();
    assertThat(lines(valid(report(Outcome.TODO_PASSED))))
        .containsExactly("note todo-passed tests/a.test.yaml:7:0");
  }

  @Test
  void aFindingHasItsWayOutAndFurtherPlaces() throws Exception {
    SourceFile file = new SourceFile("a b/c:1.yaml", "häh 😀 wrong\nother");
    Diagnostic diagnostic =
        new Diagnostic(
            DiagnosticCode.UNKNOWN_FIELD,
            new SourceSpan(file, 7, 12),
            "no field `wrong`",
            "did you mean `right`?",
            List.of(new Diagnostic.Related("used here", new SourceSpan(file, 13, 18))));
    JsonNode json =
        valid(report(Outcome.PASSED).withFindings(List.of(diagnostic))).at("/runs/0/results/0");
    assertThat(json.at("/message/text").asText())
        .isEqualTo("no field `wrong` did you mean `right`?");
    assertThat(json.at("/locations/0/physicalLocation").toString())
        .isEqualTo(
            "{\"artifactLocation\":{\"uri\":\"./a%20b/c:1.yaml\",\"uriBaseId\":\"%SRCROOT%\"},"
                + "\"region\":{\"startLine\":1,\"startColumn\":7,\"endLine\":1,\"endColumn\":12}}");
    assertThat(json.at("/relatedLocations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(2);
  }
}
