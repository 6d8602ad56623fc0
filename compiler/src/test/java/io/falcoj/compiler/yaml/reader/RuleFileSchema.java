package io.falcoj.compiler.yaml.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.falcoj.compiler.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code docs/schema/falco-rules.schema.json}. */
final class RuleFileSchema {
  private static final Path FILE = Path.of("../docs/schema/falco-rules.schema.json");

  private final JsonNode json;
  private final Schema schema;

  RuleFileSchema() {
    try {
      json = new ObjectMapper().readTree(Files.readString(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json);
  }

  JsonNode at(String pointer) {
    JsonNode found = json.at(pointer);
    if (found.isMissingNode()) {
      throw new IllegalArgumentException("the schema has no " + pointer);
    }
    return found;
  }

  /** Names of the properties of a definition, or of a part of it. */
  Set<String> keys(String pointer) {
    Set<String> keys = new TreeSet<>();
    at("/$defs/" + pointer + "/properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** What is wrong with the file, each with the place in the document. */
  List<String> errors(SourceFile file) {
    return CoreSchema.documents(file).stream()
        .flatMap(document -> schema.validate(document).stream())
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }
}
