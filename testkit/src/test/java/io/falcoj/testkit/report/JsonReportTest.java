package io.falcoj.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.falcoj.testkit.report.view.FileNames;
import io.falcoj.testkit.report.view.RunReport;
import io.falcoj.testkit.run.RunResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {
  private static final Path SCHEMA = Path.of("../docs/schema/falco-test-report.schema.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path project;

  private static JsonNode valid(String text) throws Exception {
    JsonNode json = JSON.readTree(text.getBytes(StandardCharsets.UTF_8));
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JSON.readTree(Files.readString(SCHEMA)));
    assertThat(schema.validate(json)).isEmpty();
    return json;
  }

  @Test
  void tellsTheRunAsItsSchemaSays() throws Exception {
    JsonNode json = valid(JsonReport.render(SampleRun.in(project)));
    assertThat(json.at("/summary").toString())
        .isEqualTo(
            "{\"cases\":6,\"passed\":2,\"failed\":3,\"broken\":1,\"todo\":0,\"todoPassed\":0}");
    assertThat(json.at("/files/0/file").asText()).isEqualTo("tests/files/secrets.test.yaml");
    assertThat(json.at("/files/0/cases/0/alerts/0/time").asText()).endsWith("Z");
    assertThat(json.at("/files/1/cases/0/name").asText()).isEqualTo(SampleRun.HOSTILE);
    assertThat(json.at("/findings/0/code").asText()).isEqualTo("unused-macro");
    assertThat(json.at("/findings/0/file").asText()).isEqualTo("rules/rules.yaml");
  }

  @Test
  void equalRunsGiveEqualBytesWithoutTheMachinesPaths() {
    String first = JsonReport.render(SampleRun.in(project.resolve("a")));
    String second = JsonReport.render(SampleRun.in(project.resolve("b")));
    assertThat(second).isEqualTo(first).doesNotContain(project.toString());
  }

  @Test
  void halfACharacterIsNoEndOfTheFile() throws Exception {
    FileNames names = new FileNames(project, List.of());
    RunResult result = new RunResult(List.of(Results.failed("a\uD800b", "\uDC00\0")), 0);
    JsonNode json = valid(JsonReport.render(RunReport.of("t", names, result)));
    assertThat(json.at("/files/0/cases/0/name").asText()).isEqualTo("a\uFFFDb");
    assertThat(json.at("/files/0/cases/0/problems/0/message").asText()).isEqualTo("\uFFFD\0");
  }
}
