package io.falcoj.compiler.yaml.reader;

import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Hints;
import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.yaml.ScalarDecoder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The keys that an item's {@code override} appends or replaces.
 *
 * @param faulty keys of entries that were reported
 * @param broken whether something was reported
 */
record Overrides(Set<String> append, Set<String> replace, Set<String> faulty, boolean broken) {
  static final String TOGETHER =
      "Keys 'override' and 'append: true' cannot be used together. Add an 'append' entry"
          + " (e.g. 'condition: append') under 'override' instead.";

  boolean isEmpty() {
    return append.isEmpty() && replace.isEmpty();
  }

  /** Whether there is a sound entry, or one that was meant to be. */
  boolean isSaid() {
    return broken || !isEmpty();
  }

  /** Reads and checks them; a text or an empty list counts as absent. */
  static Overrides read(
      Item item, Set<String> appendable, Set<String> replaceable, ItemFaults faults) {
    int before = faults.count();
    Set<String> append = new LinkedHashSet<>();
    Set<String> replace = new LinkedHashSet<>();
    Set<String> faulty = new LinkedHashSet<>();
    Node value = item.get("override");
    if (value instanceof SequenceNode list && !list.getValue().isEmpty()) {
      faults.add(
          notSaid(item, list, "'override' is a list; write 'KEY: append' or 'KEY: replace'"));
      faulty.addAll(replaceable);
    } else if (value instanceof MappingNode mapping) {
      Item inside = item.within("overrides", "", item.span());
      for (NodeTuple tuple : mapping.getValue()) {
        String key = faults.orNull(() -> scalar(inside, tuple.getKeyNode(), "override"));
        if (key == null) {
          continue;
        }
        try {
          boolean replaces = isReplaced(inside, tuple, key, appendable, replaceable);
          (replaces ? replace : append).add(key);
        } catch (Item.Fault fault) {
          faults.add(fault);
          faulty.add(key);
        }
      }
    }
    return new Overrides(append, replace, faulty, faults.count() > before);
  }

  private static boolean isReplaced(
      Item inside, NodeTuple tuple, String key, Set<String> appendable, Set<String> replaceable)
      throws Item.Fault {
    String operation = scalar(inside, tuple.getValueNode(), key);
    boolean append = operation.equals("append");
    if (append && !appendable.contains(key)) {
      String message = "Key '" + key + "' cannot be appended to, use 'replace' instead";
      throw inside.faultAt(tuple.getKeyNode(), "overrides", key, message);
    }
    if (append) {
      return false;
    }
    boolean replace = operation.equals("replace");
    if (replace && !replaceable.contains(key)) {
      String message = "Key '" + key + "' cannot be replaced";
      throw inside.faultAt(tuple.getKeyNode(), "overrides", key, message);
    }
    if (replace) {
      return true;
    }
    String allowed =
        (appendable.contains(key) ? "append " : "") + (replaceable.contains(key) ? "replace " : "");
    SourceSpan at = inside.scalars().spanOf(tuple.getValueNode());
    throw new Item.Fault(
        at,
        "Invalid override operation for key '%s': '%s'. Allowed values are: %s"
            .formatted(key, operation, allowed),
        Hints.didYouMean(operation, Set.of("append", "replace")),
        Item.join(inside.context(), new Location("value for", key, at)));
  }

  private static String scalar(Item item, Node node, String key) throws Item.Fault {
    if (node instanceof ScalarNode scalar) {
      return ScalarDecoder.isNull(node) ? "null" : scalar.getValue();
    }
    throw notSaid(item, node, "value for '" + key + "' is no text");
  }

  /** What upstream does not look for: its YAML library stops, and the place is the file. */
  private static Item.Fault notSaid(Item item, Node node, String message) {
    List<Location> content = item.context().subList(0, 1);
    return new Item.Fault(
        DiagnosticCode.VALIDATE, item.scalars().spanOf(node), message, null, content);
  }

  /** The keys that are given and could be overridden, in order; not those that were reported. */
  Set<String> given(Item item, Set<String> replaceable) {
    Set<String> given = new TreeSet<>();
    for (String key : replaceable) {
      if (item.has(key) && !faulty.contains(key)) {
        given.add(key);
      }
    }
    return given;
  }

  /** A key that is overridden and not given. */
  static Item.Fault missing(Item item, String key, String operation) {
    return item.fault(
        "An %s override for '%s' was specified but '%s' is not defined"
            .formatted(operation, key, key));
  }

  /** A key that could be overridden and is not named. */
  static Item.Fault unexpected(Item item, String key) {
    Node value = Objects.requireNonNull(item.get(key), "the key is given");
    return new Item.Fault(
        item.keySpan(key),
        "Unexpected key '" + key + "': no corresponding entry under 'override' is defined.",
        "add `" + key + ": replace` to `override`, or leave the key out",
        Item.join(item.context(), new Location("overrides", key, item.scalars().spanOf(value))));
  }
}
