package io.falcoj.testkit.suite;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a test file that refuses what it does not know and says where. */
final class YamlMap {
  private final Path file;
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();

  YamlMap(Path file, Node node, Set<String> known) throws SuiteException {
    this.file = file;
    this.node = node;
    if (!(node instanceof MappingNode mapping)) {
      throw at(node, "expected a mapping with the keys " + String.join(", ", known));
    }
    for (NodeTuple entry : mapping.getValue()) {
      String key = text(entry.getKeyNode());
      if (!known.contains(key)) {
        throw at(
            entry.getKeyNode(), "unknown key '" + key + "'; known are " + String.join(", ", known));
      }
      if (values.putIfAbsent(key, entry.getValueNode()) != null) {
        throw at(entry.getKeyNode(), "key '" + key + "' stands twice");
      }
    }
  }

  int line() {
    return node.getStartMark().getLine() + 1;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  @Nullable Node node(String key) {
    return values.get(key);
  }

  String text(String key) throws SuiteException {
    Node value = values.get(key);
    if (value == null) {
      throw at(node, "key '" + key + "' is missing");
    }
    return text(value);
  }

  List<Node> list(String key) throws SuiteException {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw at(value, "'" + key + "' takes a list");
  }

  int count(String key, int otherwise) throws SuiteException {
    Node value = values.get(key);
    return value == null ? otherwise : count(value);
  }

  int count(Node value) throws SuiteException {
    String text = text(value);
    if (!text.matches("\\d{1,9}")) {
      throw at(value, "'" + text + "' is not a number of alerts");
    }
    return Integer.parseInt(text);
  }

  String text(Node value) throws SuiteException {
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw at(value, "expected a text");
  }

  SuiteException at(Node where, String message) {
    Mark mark = where.getStartMark();
    return new SuiteException(file, mark.getLine() + 1, mark.getColumn() + 1, message);
  }
}
