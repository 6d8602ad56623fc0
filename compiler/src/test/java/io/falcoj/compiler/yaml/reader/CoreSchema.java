package io.falcoj.compiler.yaml.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.yaml.ScalarDecoder;
import io.falcoj.compiler.yaml.YamlDocuments;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A rule file as an editor's YAML service sees it: the core schema of YAML 1.2. */
final class CoreSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CoreSchema() {}

  /** The documents of a file; none when it is no YAML. */
  static List<JsonNode> documents(SourceFile file) {
    List<JsonNode> documents = new ArrayList<>();
    for (Node node : YamlDocuments.compose(new ScalarDecoder(file), new Diagnostics())) {
      documents.add(json(node));
    }
    return documents;
  }

  private static JsonNode json(Node node) {
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JSON.arrayNode();
      sequence.getValue().forEach(item -> array.add(json(item)));
      return array;
    }
    if (node instanceof MappingNode mapping) {
      ObjectNode object = JSON.objectNode();
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && !object.has(key.getValue())) {
          object.set(key.getValue(), json(tuple.getValueNode()));
        }
      }
      return object;
    }
    return scalar((ScalarNode) node);
  }

  private static JsonNode scalar(ScalarNode node) {
    String text = node.getValue();
    if (ScalarDecoder.isNull(node)) {
      return JSON.nullNode();
    }
    if (node.getScalarStyle() != ScalarStyle.PLAIN) {
      return JSON.textNode(text);
    }
    if (text.matches("true|True|TRUE|false|False|FALSE")) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if (text.matches("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")) {
      return JSON.numberNode(integer(text));
    }
    if (text.matches("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?")) {
      return JSON.numberNode(new BigDecimal(text).doubleValue());
    }
    return JSON.textNode(text);
  }

  private static BigInteger integer(String text) {
    boolean based = text.startsWith("0o") || text.startsWith("0x");
    int base = !based ? 10 : text.charAt(1) == 'o' ? 8 : 16;
    return new BigInteger(based ? text.substring(2) : text, base);
  }
}
