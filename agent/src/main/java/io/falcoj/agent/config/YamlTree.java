package io.falcoj.agent.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML text to a tree of {@code Map<String, Object>}, {@code List<Object>} and {@code String}:
 * every scalar is text, environment variables are filled in. A missing value is an empty text.
 */
final class YamlTree {
  private static final int MAX_DEPTH = 50;

  private final String name;
  private final Environment environment;

  private YamlTree(String name, Environment environment) {
    this.name = name;
    this.environment = environment;
  }

  /** The tree of a whole document; an empty document is an empty map. */
  static Object read(String name, String text, Environment environment) throws ConfigException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(16 << 20);
    options.setNestingDepthLimit(MAX_DEPTH);
    Node root;
    try {
      root = new Yaml(options).compose(new java.io.StringReader(text));
    } catch (MarkedYAMLException e) {
      String where =
          e.getProblemMark() == null
              ? name
              : name
                  + ":"
                  + (e.getProblemMark().getLine() + 1)
                  + ":"
                  + (e.getProblemMark().getColumn() + 1);
      throw new ConfigException(where + ": not valid YAML: " + e.getProblem());
    } catch (org.yaml.snakeyaml.error.YAMLException e) {
      throw new ConfigException(name + ": not valid YAML: " + e.getMessage());
    }
    return root == null ? new LinkedHashMap<>() : new YamlTree(name, environment).convert(root, 0);
  }

  private Object convert(Node node, int depth) throws ConfigException {
    if (depth > MAX_DEPTH) {
      throw new ConfigException(name + ": nested deeper than " + MAX_DEPTH);
    }
    if (node instanceof MappingNode mapping) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          throw new ConfigException(at(tuple.getKeyNode()) + ": a key must be a text");
        }
        map.putIfAbsent(key.getValue(), convert(tuple.getValueNode(), depth + 1));
      }
      return map;
    }
    if (node instanceof SequenceNode sequence) {
      List<Object> list = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        list.add(convert(item, depth + 1));
      }
      return list;
    }
    ScalarNode scalar = (ScalarNode) node;
    return scalar.getTag().equals(Tag.NULL) ? "" : environment.expand(scalar.getValue());
  }

  private String at(Node node) {
    return "%s:%d:%d"
        .formatted(name, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
  }
}
