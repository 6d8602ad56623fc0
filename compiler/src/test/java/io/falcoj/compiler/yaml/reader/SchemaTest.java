package io.falcoj.compiler.yaml.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema for editors has the reader's keys and values, and finds authors' mistakes. */
class SchemaTest {
  private static final String RULE =
      "- rule: R\n  desc: d\n  condition: evt.type = open\n  output: o\n  priority: WARNING\n";

  private final RuleFileSchema schema = new RuleFileSchema();

  private List<String> errors(String yaml) {
    return schema.errors(new SourceFile("test.yaml", yaml));
  }

  private static boolean readable(String yaml) {
    return !RuleFileReader.read(new SourceFile("test.yaml", yaml), new Diagnostics()).faulty();
  }

  private List<String> texts(String pointer) {
    List<String> texts = new ArrayList<>();
    schema.at(pointer).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  @Test
  void keysAreThoseOfTheReader() {
    assertThat(schema.keys("rule")).isEqualTo(new TreeSet<>(RuleItemReader.KEYS));
    assertThat(schema.keys("macro")).isEqualTo(new TreeSet<>(ItemReader.MACRO_KEYS));
    assertThat(schema.keys("list")).isEqualTo(new TreeSet<>(ItemReader.LIST_KEYS));
    assertThat(schema.keys("macro/properties/override")).containsExactly("condition");
    assertThat(schema.keys("list/properties/override")).containsExactly("items");
  }

  @Test
  void overridesAreThoseOfTheReader() {
    Map<String, Set<String>> allowed = new TreeMap<>();
    for (String key : RuleItemReader.REPLACEABLE) {
      Set<String> operations = new TreeSet<>(Set.of("replace"));
      if (RuleItemReader.APPENDABLE.contains(key)) {
        operations.add("append");
      }
      allowed.put(key, operations);
    }
    String overrides = "rule/properties/override";
    Map<String, Set<String>> written = new TreeMap<>();
    for (String key : schema.keys(overrides)) {
      String values = "/$defs/" + overrides + "/properties/" + key + "/enum";
      written.put(key, new TreeSet<>(texts(values)));
    }
    assertThat(written).isEqualTo(allowed);
    Set<String> conditional = new TreeSet<>();
    for (JsonNode each : schema.at("/$defs/overriddenKeys/allOf")) {
      conditional.add(each.at("/then/required/0").asText());
      assertThat(each.at("/else/properties").fieldNames().next())
          .isEqualTo(each.at("/then/required/0").asText())
          .isEqualTo(each.at("/if/properties/override/required/0").asText());
    }
    assertThat(conditional).isEqualTo(allowed.keySet());
  }

  @Test
  void prioritiesAndOperatorsAreThoseOfTheLanguage() {
    assertThat(texts("/$defs/priority/anyOf/0/enum"))
        .containsExactlyElementsOf(
            RuleParts.PRIORITIES.stream().map(p -> p.toUpperCase(Locale.ROOT)).toList());
    List<String> operators =
        new ArrayList<>(Arrays.stream(Operator.values()).map(Operator::text).toList());
    operators.remove("exists");
    operators.add("==");
    assertThat(texts("/$defs/operator/anyOf/0/enum"))
        .containsExactlyInAnyOrderElementsOf(operators);
    String modified = schema.at("/$defs/operator/anyOf/1/pattern").asText();
    for (String text : operators) {
      Operator operator = Operator.of(text);
      for (String modifier : List.of("oneof", "anyof", "allof", "noneof")) {
        assertThat((text + " " + modifier).matches(modified))
            .as(text + " " + modifier)
            .isEqualTo(operator.takesModifier() && Modifier.of(modifier) != null);
      }
    }
  }

  /** Keys of inner mappings, which the reader only asks for: each matters to it. */
  @ParameterizedTest
  @ValueSource(strings = {"exception", "plugin", "alternative"})
  void innerKeysMatterToTheReader(String definition) {
    Map<String, String> values =
        Map.of(
            "name",
            "n",
            "version",
            "1.0.0",
            "alternatives",
            "[{name: a, version: 1.0.0}]",
            "fields",
            "proc.name",
            "comps",
            "in",
            "values",
            "[a]");
    for (String key : schema.keys(definition)) {
      Map<String, String> pairs = new TreeMap<>(values);
      pairs.keySet().retainAll(schema.keys(definition));
      String good = inner(definition, pairs);
      assertThat(readable(good)).as(good).isTrue();
      assertThat(errors(good)).as(good).isEmpty();
      pairs.put(key, "''");
      String bad = inner(definition, pairs);
      assertThat(readable(bad)).as(bad).isFalse();
      assertThat(errors(bad)).as(bad).isNotEmpty();
    }
  }

  private static String inner(String definition, Map<String, String> pairs) {
    String mapping = pairs.toString().replace("=", ": ");
    return switch (definition) {
      case "exception" -> RULE + "  exceptions: [" + mapping + "]\n";
      case "plugin" -> "- required_plugin_versions: [" + mapping + "]\n";
      default ->
          "- required_plugin_versions: [{name: p, version: 1.0.0, alternatives: ["
              + mapping
              + "]}]\n";
    };
  }

  @Test
  void everyKeyIsDescribed() {
    List<String> bare = new ArrayList<>();
    undescribed("", schema.at(""), bare);
    assertThat(bare).isEmpty();
  }

  private void undescribed(String pointer, JsonNode node, List<String> bare) {
    boolean definition = pointer.matches("/\\$defs/[^/]+(/properties/override)?/properties");
    node.fields()
        .forEachRemaining(
            field -> {
              String at = pointer + "/" + field.getKey();
              boolean conditional =
                  pointer.matches("/\\$defs/(definition|overriding|appending)/.*");
              if (definition && !conditional && !described(field.getValue())) {
                bare.add(at);
              }
              undescribed(at, field.getValue(), bare);
            });
  }

  private boolean described(JsonNode property) {
    return property.has("description")
        || (property.has("$ref")
            && schema.at(property.get("$ref").asText().substring(1)).has("description"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "---\n",
        "- required_engine_version: 11\n",
        "- required_engine_version: 0.57.0\n",
        RULE,
        RULE + "  enabled: yes\n  tags: [a, 1, T1059]\n  source: okta\n  capture_duration: 5000\n",
        RULE + "-\n- ~\n",
        "- rule: R\n  condition: and x\n  override: {condition: append}\n",
        "- rule: R\n  tags: [a]\n  desc: d\n  override: {tags: append, desc: replace}\n",
        "- rule: R\n  condition: or x\n  append: true\n",
        "- rule: R\n  enabled: false\n",
        "- list: l\n  items: []\n",
        "- list: l\n  items: [80, a, '\"b c\"', true]\n  append: True\n",
        "- macro: m\n  condition: or x\n  override: {condition: append}\n"
      })
  void acceptsWhatIsRight(String yaml) {
    assertThat(readable(yaml)).isTrue();
    assertThat(errors(yaml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rule: R\n",
        "- just a text\n",
        "- rules: R\n",
        "- rule: R\n",
        "- rule: R\n  desc: d\n  condition: x\n  output: o\n",
        "- rule:\n  desc: d\n  condition: x\n  output: o\n  priority: INFO\n",
        RULE + "  tag: [a]\n",
        RULE + "  tags: a\n",
        RULE + "  enabled: maybe\n",
        RULE + "  capture_duration: -1\n",
        RULE + "  exceptions: {name: e}\n",
        RULE + "  exceptions: [{name: e}]\n",
        RULE + "  exceptions: [{name: e, fields: f, comps: like}]\n",
        RULE + "  exceptions: [{name: e, fields: f, value: [a]}]\n",
        "- rule: R\n  desc: d\n  condition: x\n  output: o\n  priority: HIGH\n",
        "- rule: R\n  condition: x\n  override: {condition: add}\n",
        "- rule: R\n  priority: INFO\n  override: {priority: append}\n",
        "- rule: R\n  override: {source: replace}\n",
        "- rule: R\n  condition: x\n  desc: d\n  override: {condition: replace}\n",
        "- rule: R\n  override: {condition: replace}\n",
        "- rule: R\n  condition: x\n  append: true\n  override: {condition: append}\n",
        "- macro: m\n",
        "- macro: a-b\n  condition: x\n",
        "- macro: m\n  condition: x\n  override: {items: append}\n",
        "- list: l\n  items: a\n",
        "- list: l\n  items: [[a]]\n",
        "- list: l\n  items: [a]\n  override: {items: extend}\n",
        "- required_engine_version: latest\n",
        "- required_plugin_versions: [{name: json}]\n",
        "- required_plugin_versions: [{name: json, version: 1}]\n"
      })
  void refusesMistakes(String yaml) {
    assertThat(errors(yaml)).isNotEmpty();
  }
}
