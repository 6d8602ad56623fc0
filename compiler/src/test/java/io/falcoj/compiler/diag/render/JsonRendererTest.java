package io.falcoj.compiler.diag.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.LoadReport;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRendererTest {
  private static JsonNode results(SourceFile... files) throws Exception {
    List<SourceFile> all = List.of(files);
    CompilerOptions options = CompilerOptions.defaults();
    var loaded = LoadReport.of(all, options, RuleCompiler.compile(all, options).diagnostics());
    return new ObjectMapper()
        .readTree(JsonRenderer.render(loaded, false))
        .get("falco_load_results");
  }

  @Test
  void hasTheShapeOfFalcosLoadResults() throws Exception {
    SourceFile good = new SourceFile("good.yaml", "- list: l\n  items: [a]\n  extra: 1\n");
    SourceFile bad =
        new SourceFile(
            "bad.yaml",
            "- rule: r\n  desc: d\n  condition: evt.type = open open\n  output: o\n"
                + "  priority: INFO\n");
    JsonNode results = results(good, bad);

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
    assertThat(error.at("/context/locations/3/position/name").asText())
        .isEqualTo("\"evt.type = open open\"");
    assertThat(error.at("/context/locations/3/position/line").asInt()).isEqualTo(3);
    assertThat(error.at("/context/locations/3/position/column").asInt()).isEqualTo(13 + 17);
    assertThat(error.at("/context/place/line").asInt()).isEqualTo(2);
    assertThat(error.at("/context/place/column").asInt()).isEqualTo(29);
    assertThat(error.at("/context/snippet").asText())
        .isEqualTo("  condition: evt.type = open open\n" + " ".repeat(29) + "^\n");
  }

  private static JsonNode resultOf(String... lines) throws Exception {
    return results(new SourceFile("rules.yaml", String.join("\n", lines))).get(0);
  }

  @Test
  void firstErrorOfAnItemIsFalcosAndTheOthersFollow() throws Exception {
    JsonNode result =
        resultOf("- list: l", "  override: {items: [append]}", "  append: so", "  items: [[a]]");
    assertThat(result.get("errors").findValuesAsText("message"))
        .containsExactly(
            "sequence value is not scalar",
            "Can't decode YAML scalar value",
            "value for 'items' is no text");
  }

  @Test
  void whatMergingFindsComesBeforeKeysThatNothingNames() throws Exception {
    JsonNode result =
        resultOf("- rule: r", "  tags: [a]", "  priority: INFO", "  override: {tags: append}");
    assertThat(result.get("errors").findValuesAsText("message"))
        .containsExactly(
            "Rule uses 'append' or 'override.<key>: append' but no rule by that name already"
                + " exists",
            "Unexpected key 'priority': no corresponding entry under 'override' is defined.");
  }

  @Test
  void warningsBehindTheFaultOfAnItemAreNotFalcos() throws Exception {
    JsonNode behind =
        resultOf("- list: l", "  items: a", "  append: true", "  itmes: [a]", "- list: m");
    assertThat(behind.get("warnings")).isEmpty();
    JsonNode before =
        resultOf("- macro: 1m", "  append: true", "  condition: a", "  override: [b]");
    assertThat(before.get("warnings").findValuesAsText("code"))
        .containsExactly("LOAD_INVALID_MACRO_NAME", "LOAD_DEPRECATED_ITEM");
  }
}
