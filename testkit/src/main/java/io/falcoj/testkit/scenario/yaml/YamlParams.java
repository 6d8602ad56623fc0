package io.falcoj.testkit.scenario.yaml;

import io.falcoj.testkit.yaml.FaultException;
import io.falcoj.testkit.yaml.YamlValue;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** The parameters behind the name of a step. */
final class YamlParams {
  private YamlParams() {}

  /** Keys and values; none where nothing stands behind the name. */
  static List<NodeTuple> of(NodeTuple entry, String name) {
    Node node = entry.getValueNode();
    if (YamlValue.isNull(node)) {
      return List.of();
    }
    if (node instanceof MappingNode mapping) {
      return mapping.getValue();
    }
    throw new FaultException(
        node, "expected the parameters of '" + name + "', such as {returns: 0}");
  }
}
