package io.falcoj.compiler.diag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.compiler.decl.RuleCollector;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.syntax.ConditionReader;
import io.falcoj.compiler.yaml.RuleFileReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRendererTest {
  @Test
  void hasTheShapeOfFalcosLoadResults() throws Exception {
    SourceFile good = new SourceFile("good.yaml", "- list: l\n  items: [a]\n  extra: 1\n");
    SourceFile bad =
        new SourceFile(
            "bad.yaml",
            "- rule: r\n  desc: d\n  condition: evt.type = open open\n  output: o\n"
                + "  priority: INFO\n");
    Diagnostics diags = new Diagnostics();
    List<SourceFile> files = List.of(good, bad);
    var read = files.stream().map(f -> RuleFileReader.read(f, diags)).toList();
    ConditionReader.read(RuleCollector.collect(read, diags), diags);
    JsonNode results =
        new ObjectMapper().readTree(JsonRenderer.render(files, diags)).get("falco_load_results");

    assertThat(results).hasSize(2);
    assertThat(results.at("/0/successful").asBoolean()).isTrue();
    assertThat(results.at("/0/warnings/0/code").asText()).isEqualTo("LOAD_UNKNOWN_KEY");
    assertThat(results.at("/1/successful").asBoolean()).isFalse();
    JsonNode error = results.at("/1/errors/0");
    assertThat(error.get("code").asText()).isEqualTo("LOAD_ERR_COMPILE_CONDITION");
    assertThat(error.get("codedesc").asText()).isEqualTo("Error compiling condition");
    assertThat(error.at("/context/locations").findValuesAsText("item_type"))
        .containsExactly("rules content", "rule", "rule condition", "condition expression");
    assertThat(error.at("/context/locations/1/item_name").asText()).isEqualTo("r");
    assertThat(error.at("/context/locations/3/position/line").asInt()).isEqualTo(2);
    assertThat(error.at("/context/locations/3/position/column").asInt()).isEqualTo(29);
    assertThat(error.at("/context/snippet").asText())
        .isEqualTo("  condition: evt.type = open open\n" + " ".repeat(29) + "^\n");
  }
}
