package io.falcoj.testkit.yaml;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** A mapping that knows its keys: others are mistakes, and so is a key that stands twice. */
public final class YamlMap {
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();

  /**
   * Takes a mapping apart; keys that are not known are noted and left out.
   *
   * @param known in the order in which people are told of them
   * @throws FaultException when the node is no mapping
   */
  public YamlMap(Node node, Collection<String> known, Faults faults) {
    this.node = node;
    if (!(node instanceof MappingNode mapping)) {
      throw new FaultException(
          node, "expected a mapping with the keys " + String.join(", ", known));
    }
    for (NodeTuple entry : mapping.getValue()) {
      String key = YamlValue.text(entry.getKeyNode());
      if (!known.contains(key)) {
        faults.add(
            FaultCode.UNKNOWN_KEY,
            entry.getKeyNode(),
            "unknown key '" + key + "'",
            Known.hint(key, known));
      } else if (values.putIfAbsent(key, entry.getValueNode()) != null) {
        faults.add(
            FaultCode.UNKNOWN_KEY, entry.getKeyNode(), "key '" + key + "' stands twice", null);
      }
    }
  }

  /** The mapping itself. */
  public Node node() {
    return node;
  }

  /** Line of the mapping, from 1. */
  public int line() {
    return node.getStartMark().getLine() + 1;
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** The key's value, or null. */
  public @Nullable Node find(String key) {
    return values.get(key);
  }

  /**
   * The key's value.
   *
   * @throws FaultException when the key is missing
   */
  public Node require(String key) {
    Node value = values.get(key);
    if (value == null) {
      throw new FaultException(FaultCode.MISSING_KEY, node, "key '" + key + "' is missing", null);
    }
    return value;
  }

  /**
   * The key's text.
   *
   * @throws FaultException when the key is missing, or has another kind of value
   */
  public String text(String key) {
    return YamlValue.text(require(key));
  }

  /** The key's text, or {@code otherwise} where the key is missing. */
  public String text(String key, String otherwise) {
    Node value = values.get(key);
    return value == null ? otherwise : YamlValue.text(value);
  }

  /** The key's whole number, or {@code otherwise} where the key is missing. */
  public long number(String key, long otherwise) {
    Node value = values.get(key);
    return value == null ? otherwise : YamlValue.number(value);
  }

  /** The key's truth value, or false where the key is missing. */
  public boolean flag(String key) {
    Node value = values.get(key);
    return value != null && YamlValue.flag(value);
  }

  /** The items of a list; none where the key is missing. */
  public List<Node> list(String key) {
    Node value = values.get(key);
    return value == null ? List.of() : YamlValue.list(value, "'" + key + "' takes a list");
  }

  /** The texts of a list; none where the key is missing. */
  public List<String> texts(String key) {
    return list(key).stream().map(YamlValue::text).toList();
  }

  /** The values of a mapping with free keys, by key; none where the key is missing. */
  public Map<String, Node> entries(String key) {
    Node value = values.get(key);
    return value == null ? Map.of() : YamlValue.entries(value, "'" + key + "' takes a mapping");
  }
}
