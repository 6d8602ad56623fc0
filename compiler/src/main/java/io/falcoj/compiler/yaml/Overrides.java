package io.falcoj.compiler.yaml;

import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Hints;
import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The keys that an item's {@code override} appends or replaces. */
record Overrides(Set<String> append, Set<String> replace) {
  static final String TOGETHER =
      "Keys 'override' and 'append: true' cannot be used together. Add an 'append' entry"
          + " (e.g. 'condition: append') under 'override' instead.";

  boolean isEmpty() {
    return append.isEmpty() && replace.isEmpty();
  }

  /** Reads and checks them; a text or an empty list counts as absent. */
  static Overrides read(Item item, Set<String> appendable, Set<String> replaceable)
      throws Item.Fault {
    Overrides overrides = new Overrides(new LinkedHashSet<>(), new LinkedHashSet<>());
    Node value = item.get("override");
    if (value instanceof SequenceNode list && !list.getValue().isEmpty()) {
      throw broken(item, list, "'override' is a list; write 'KEY: append' or 'KEY: replace'");
    }
    if (!(value instanceof MappingNode mapping)) {
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
        SourceSpan at = item.scalars().spanOf(tuple.getValueNode());
        throw new Item.Fault(
            at,
            "Invalid override operation for key '"
                + key
                + "': '"
                + operation
                + "'. Allowed values are: "
                + allowed,
            Hints.didYouMean(operation, Set.of("append", "replace")),
            Item.join(inside.context(), new Location("value for", key, at)));
      }
    }
    return overrides;
  }

  private static String scalar(Item item, Node node, String key) throws Item.Fault {
    if (node instanceof ScalarNode scalar) {
      return ScalarDecoder.isNull(node) ? "null" : scalar.getValue();
    }
    throw broken(item, node, "value for '" + key + "' is no text");
  }

  /** What upstream does not look for: its YAML library stops, and the place is the file. */
  private static Item.Fault broken(Item item, Node node, String message) {
    List<Location> content = item.context().subList(0, 1);
    return new Item.Fault(
        DiagnosticCode.VALIDATE, item.scalars().spanOf(node), message, null, content);
  }

  /**
   * Every overridden key must be given.
   *
   * @return given keys that could be overridden and are not named, of which upstream reports one
   */
  Set<String> check(Item item, Set<String> appendable, Set<String> replaceable) throws Item.Fault {
    Set<String> expected = new TreeSet<>();
    for (String key : replaceable) {
      if (item.has(key)) {
        expected.add(key);
      }
    }
    take(item, expected, append, "append", appendable);
    take(item, expected, replace, "replace", replaceable);
    return expected;
  }

  /** A key that could be overridden and is not named. */
  static Item.Fault unexpected(Item item, String key) throws Item.Fault {
    SourceSpan value = item.scalars().spanOf(item.required(key));
    return new Item.Fault(
        item.keySpan(key),
        "Unexpected key '" + key + "': no corresponding entry under 'override' is defined.",
        "add `" + key + ": replace` to `override`, or leave the key out",
        Item.join(item.context(), new Location("overrides", key, value)));
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
