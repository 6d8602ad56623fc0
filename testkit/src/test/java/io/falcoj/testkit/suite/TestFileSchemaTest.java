package io.falcoj.testkit.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.testkit.scenario.scap.Call;
import io.falcoj.testkit.scenario.yaml.ScenarioReader;
import io.falcoj.testkit.yaml.Fault;
import io.falcoj.testkit.yaml.Faults;
import io.falcoj.testkit.yaml.YamlFile;
import io.falcoj.testkit.yaml.YamlMap;
import io.falcoj.testkit.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.nodes.Node;

/** {@code docs/schema/falco-tests.schema.json} and the reader say the same of test files. */
class TestFileSchemaTest {
  private static final Path FILE = Path.of("../docs/schema/falco-tests.schema.json");
  private static final Path DOCUMENTS =
      Path.of("src/test/resources/io/falcoj/testkit/suite/documents.yaml");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private static Path dir;

  private final JsonNode json = MAPPER.readTree(Files.readString(FILE));
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json);

  TestFileSchemaTest() throws IOException {}

  private List<String> errors(SourceFile file) throws IOException {
    YamlFile yaml = new YamlFile(file);
    List<String> errors = new ArrayList<>();
    for (Node document : yaml.documents(new Faults(yaml))) {
      schema
          .validate(MAPPER.readTree(AuditJson.of(document)))
          .forEach(error -> errors.add(error.getInstanceLocation() + ": " + error.getMessage()));
    }
    return errors;
  }

  private static List<String> faults(Path file) throws IOException {
    List<Fault> faults = new ArrayList<>();
    SuiteReader.read(file, faults);
    return faults.stream().map(Fault::message).toList();
  }

  @TestFactory
  Stream<DynamicTest> documentsOfTheTable() throws IOException {
    YamlFile table = new YamlFile(SourceFile.decode("table", Files.readAllBytes(DOCUMENTS)));
    Faults faults = new Faults(table);
    return YamlValue.list(table.documents(faults).get(0), "a list").stream()
        .map(node -> new YamlMap(node, List.of("ok", "no"), faults))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.text(row.has("ok") ? "ok" : "no").replace('\n', ' '), () -> check(row)));
  }

  private void check(YamlMap row) throws IOException {
    String text = row.text(row.has("ok") ? "ok" : "no");
    Files.writeString(dir.resolve("a.scap"), "");
    Path file = Files.writeString(dir.resolve("a.test.yaml"), text);
    assertThat(faults(file).isEmpty()).as("reader: " + faults(file)).isEqualTo(row.has("ok"));
    List<String> errors = errors(new SourceFile("a", text));
    assertThat(errors.isEmpty()).as("schema: " + errors).isEqualTo(row.has("ok"));
  }

  @Test
  void bothSayTheSameOfEveryTestFileOfTheRepository() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(".."))) {
      files =
          // Not all of those with every mistake there is are YAML.
          all.filter(p -> p.toString().endsWith(".test.yaml"))
              .filter(p -> !p.toString().contains("/run/mistakes/"))
              .filter(p -> !p.toString().contains("/target/"))
              .toList();
    }
    assertThat(files).hasSizeGreaterThan(15);
    for (Path file : files) {
      List<String> errors = errors(SourceFile.decode(file.toString(), Files.readAllBytes(file)));
      assertThat(errors.isEmpty()).as(file + ": " + errors).isEqualTo(faults(file).isEmpty());
    }
  }

  @Test
  void stepsAreThoseOfTheReader() {
    Set<String> names = new TreeSet<>(Call.names());
    names.addAll(ScenarioReader.stepNames());
    names.addAll(List.of("pid", "tid", "after"));
    Set<String> written = new TreeSet<>();
    json.at("/$defs/step/propertyNames/enum").forEach(name -> written.add(name.asText()));
    assertThat(written).isEqualTo(names);
  }

  @Test
  void keysAreThoseOfTheReader() {
    assertThat(keys("/properties")).isEqualTo(new TreeSet<>(SuiteReader.SUITE_KEYS));
    assertThat(keys("/$defs/case/properties")).isEqualTo(new TreeSet<>(CaseReader.KEYS));
    assertThat(keys("/$defs/expectation/properties"))
        .isEqualTo(new TreeSet<>(ExpectationReader.KEYS));
  }

  private Set<String> keys(String pointer) {
    Set<String> keys = new TreeSet<>();
    json.at(pointer).fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void everyKeyIsDescribed() {
    List<String> bare = new ArrayList<>();
    undescribed("", json, bare);
    assertThat(bare).isEmpty();
  }

  private void undescribed(String at, JsonNode node, List<String> bare) {
    boolean conditional = at.contains("/anyOf/0/") || at.contains("/anyOf/1/properties/tags/");
    if (at.endsWith("/properties") && !conditional) {
      node.fields()
          .forEachRemaining(
              field -> {
                JsonNode value = field.getValue();
                String ref = value.path("$ref").asText("#").substring(1);
                boolean described =
                    value.has("description")
                        || value.has("minItems")
                        || (!ref.isEmpty() && json.at(ref).has("description"));
                if (!described) {
                  bare.add(at + "/" + field.getKey());
                }
              });
    }
    if (node.isObject()) {
      node.fields().forEachRemaining(f -> undescribed(at + "/" + f.getKey(), f.getValue(), bare));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        undescribed(at + "/" + i, node.get(i), bare);
      }
    }
  }
}
