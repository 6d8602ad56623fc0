package io.falcoj.testkit.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.testkit.yaml.FaultException;
import io.falcoj.testkit.yaml.YamlValue;
import java.io.IOException;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Audit events as they stand in a test file, as JSON. A plain scalar that JSON knows as a number,
 * {@code true}, {@code false} or {@code null} is one; every other one is a text. A text in place of
 * the events holds JSON, or JSON lines.
 */
final class AuditJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

  /** As deep as the runtime reads audit events. */
  private static final int DEPTH = 100;

  private AuditJson() {}

  static String of(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : json(node, 0).toString();
  }

  private static JsonNode json(Node node, int depth) {
    if (depth > DEPTH) {
      throw new FaultException(node, "nested deeper than " + DEPTH);
    }
    if (node instanceof MappingNode) {
      ObjectNode object = JSON.objectNode();
      YamlValue.entries(node, "expected an event")
          .forEach((key, value) -> object.set(key, json(value, depth + 1)));
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JSON.arrayNode();
      sequence.getValue().forEach(item -> array.add(json(item, depth + 1)));
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private static JsonNode scalar(ScalarNode node) {
    String text = node.getValue();
    if (YamlValue.isNull(node)) {
      return JSON.nullNode();
    }
    boolean literal = text.equals("true") || text.equals("false") || NUMBER.matcher(text).matches();
    if (!node.isPlain() || !literal) {
      return JSON.textNode(text);
    }
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException("a number of JSON's form is JSON", e);
    }
  }
}
