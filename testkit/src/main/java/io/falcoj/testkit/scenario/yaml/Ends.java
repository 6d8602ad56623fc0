package io.falcoj.testkit.scenario.yaml;

import io.falcoj.testkit.yaml.YamlValue;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** The two ends of a connection, told apart. */
final class Ends {
  private static final String SOME_V4 = "10.0.0.5:40000";
  private static final String SOME_V6 = "[fd00::5]:40000";

  private Ends() {}

  /** {@code from->to}; an end that is not given is some address of the other one's kind. */
  static String tuple(@Nullable Node from, @Nullable Node to) {
    String source = from == null ? "" : YamlValue.text(from);
    String destination = to == null ? "" : YamlValue.text(to);
    if (isPath(source) || isPath(destination)) {
      return destination.isEmpty() ? source : destination;
    }
    return (source.isEmpty() ? some(destination) : source)
        + "->"
        + (destination.isEmpty() ? some(source) : destination);
  }

  private static boolean isPath(String end) {
    return end.startsWith("/") || end.startsWith("@");
  }

  private static String some(String other) {
    return other.startsWith("[") ? SOME_V6 : SOME_V4;
  }
}
