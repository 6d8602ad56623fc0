package io.falcoj.testkit.scenario.yaml;

import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.testkit.scenario.Value;
import io.falcoj.testkit.scenario.scap.Call;
import io.falcoj.testkit.yaml.FaultException;
import io.falcoj.testkit.yaml.YamlValue;
import java.util.Base64;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads a parameter: a text, a number, names of flags, a list, or bytes as {@code !!binary}. */
final class ValueReader {
  private ValueReader() {}

  static Value read(Call call, ParamDef param, Node node) {
    if (node instanceof SequenceNode sequence) {
      return Value.of(sequence.getValue().stream().map(YamlValue::text).toList());
    }
    if (!(node instanceof ScalarNode)) {
      throw new FaultException(
          node, "'" + param.name() + "' takes a text, a number or a list, not a mapping");
    }
    if (node.getTag().equals(Tag.BINARY)) {
      return bytes(node);
    }
    if (YamlValue.isNull(node)) {
      return new Value.Raw(new byte[0]);
    }
    String text = YamlValue.text(node);
    return isList(call, param) ? Value.of(List.of(text)) : Value.of(text);
  }

  /** Arguments, environments and control groups are lists, also when there is one. */
  private static boolean isList(Call call, ParamDef param) {
    return param.type() == FieldType.BYTEBUF && (call.startsProgram() || call.makesThread());
  }

  private static Value bytes(Node node) {
    try {
      return new Value.Raw(Base64.getDecoder().decode(YamlValue.text(node).replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      throw new FaultException(node, "is not in Base64");
    }
  }
}
