package io.falcoj.testkit.suite;

import io.falcoj.testkit.yaml.FaultCode;
import io.falcoj.testkit.yaml.FaultException;
import io.falcoj.testkit.yaml.Faults;
import io.falcoj.testkit.yaml.YamlMap;
import io.falcoj.testkit.yaml.YamlValue;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code only}: a list of names and globs, or a mapping of such a list and one of tags. */
final class SelectionReader {
  private static final List<String> KEYS = List.of("rules", "tags");

  private SelectionReader() {}

  static Selection read(Node node, Faults faults) {
    if (node instanceof SequenceNode list) {
      return selection(node, items(list.getValue(), faults), List.of());
    }
    YamlMap map = new YamlMap(node, KEYS, faults);
    return selection(node, items(map.list("rules"), faults), items(map.list("tags"), faults));
  }

  private static Selection selection(
      Node node, List<Selection.Item> rules, List<Selection.Item> tags) {
    if (rules.isEmpty() && tags.isEmpty()) {
      throw new FaultException(
          FaultCode.VALUE,
          node,
          "'only' names neither rules nor tags",
          "leave it out to test all rules");
    }
    return new Selection(rules, tags);
  }

  private static List<Selection.Item> items(List<Node> nodes, Faults faults) {
    return nodes.stream()
        .map(node -> new Selection.Item(YamlValue.text(node), faults.place(node)))
        .toList();
  }
}
