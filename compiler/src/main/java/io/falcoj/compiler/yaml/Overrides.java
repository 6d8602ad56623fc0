package io.falcoj.compiler.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The keys that an item's {@code override} appends or replaces. */
record Overrides(Set<String> append, Set<String> replace) {
  static final String TOGETHER =
      "Keys 'override' and 'append: true' cannot be used together. Add an 'append' entry"
          + " (e.g. 'condition: append') under 'override' instead.";

  boolean isEmpty() {
    return append.isEmpty() && replace.isEmpty();
  }

  /** Reads and checks them; a value that is no mapping counts as absent. */
  static Overrides read(Item item, Set<String> appendable, Set<String> replaceable)
      throws Item.Fault {
    Overrides overrides = new Overrides(new LinkedHashSet<>(), new LinkedHashSet<>());
    if (!(item.get("override") instanceof MappingNode mapping)) {
      return overrides;
    }
    Item inside = item.within("overrides", "", item.span());
    for (NodeTuple tuple : mapping.getValue()) {
      String key = scalar(inside, tuple.getKeyNode(), "override");
      String operation = scalar(inside, tuple.getValueNode(), key);
      Node keyNode = tuple.getKeyNode();
      if (operation.equals("append")) {
        if (!appendable.contains(key)) {
          throw inside.faultAt(
              keyNode,
              "overrides",
              key,
              "Key '" + key + "' cannot be appended to, use 'replace' instead");
        }
        overrides.append.add(key);
      } else if (operation.equals("replace")) {
        if (!replaceable.contains(key)) {
          throw inside.faultAt(keyNode, "overrides", key, "Key '" + key + "' cannot be replaced");
        }
        overrides.replace.add(key);
      } else {
        String allowed =
            (appendable.contains(key) ? "append " : "")
                + (replaceable.contains(key) ? "replace " : "");
        throw inside.faultAt(
            tuple.getValueNode(),
            "value for",
            key,
            "Invalid override operation for key '"
                + key
                + "': '"
                + operation
                + "'. Allowed values are: "
                + allowed);
      }
    }
    return overrides;
  }

  private static String scalar(Item item, Node node, String key) throws Item.Fault {
    if (node instanceof ScalarNode scalar) {
      return ScalarDecoder.isNull(node) ? "null" : scalar.getValue();
    }
    throw item.faultAt(node, "value for", key, "Value is not a scalar value");
  }

  /** Every overridden key must be given, every given key that could be overridden must be named. */
  void check(Item item, Set<String> appendable, Set<String> replaceable) throws Item.Fault {
    Set<String> expected = new TreeSet<>();
    for (String key : replaceable) {
      if (item.has(key)) {
        expected.add(key);
      }
    }
    take(item, expected, append, "append", appendable);
    take(item, expected, replace, "replace", replaceable);
    for (String key : expected) {
      throw item.faultAt(
          item.required(key),
          "overrides",
          key,
          "Unexpected key '" + key + "': no corresponding entry under 'override' is defined.");
    }
  }

  private static void take(
      Item item, Set<String> expected, Set<String> keys, String operation, Set<String> order)
      throws Item.Fault {
    List<String> ordered = new ArrayList<>(order);
    ordered.retainAll(keys);
    for (String key : ordered) {
      if (!expected.remove(key)) {
        throw new Item.Fault(
            item.span(),
            "An "
                + operation
                + " override for '"
                + key
                + "' was specified but '"
                + key
                + "' is not defined",
            item.context());
      }
    }
  }
}
