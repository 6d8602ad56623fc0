package io.falcoj.testkit.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Single values. Scalars are texts as written: what they mean is decided where they are used. */
public final class YamlValue {
  private YamlValue() {}

  public static String text(Node value) {
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw new FaultException(value, "expected a text");
  }

  /** A whole number, decimal or with {@code 0x}. */
  public static long number(Node value) {
    String text = text(value);
    try {
      return text.startsWith("0x")
          ? Long.parseUnsignedLong(text.substring(2), 16)
          : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new FaultException(value, "'" + text + "' is not a whole number");
    }
  }

  public static boolean flag(Node value) {
    return switch (text(value)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new FaultException(value, "'" + text(value) + "' is not true or false");
    };
  }

  /**
   * The items of a list.
   *
   * @param fault told when it is none
   */
  public static List<Node> list(Node value, String fault) {
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw new FaultException(value, fault);
  }

  /**
   * The values of a mapping with free keys, in its order.
   *
   * @param fault told when it is none
   */
  public static Map<String, Node> entries(Node value, String fault) {
    if (!(value instanceof MappingNode mapping)) {
      throw new FaultException(value, fault);
    }
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      String key = text(entry.getKeyNode());
      if (entries.putIfAbsent(key, entry.getValueNode()) != null) {
        throw new FaultException(entry.getKeyNode(), "key '" + key + "' stands twice");
      }
    }
    return entries;
  }

  /** True for a scalar that stands for nothing: empty, {@code ~} or {@code null}. */
  public static boolean isNull(Node value) {
    return value instanceof ScalarNode scalar
        && scalar.isPlain()
        && (scalar.getValue().isEmpty()
            || scalar.getValue().equals("~")
            || scalar.getValue().equals("null"));
  }
}
