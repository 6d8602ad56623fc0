package io.falcoj.testkit.scenario.yaml;

import io.falcoj.testkit.yaml.FaultException;
import io.falcoj.testkit.yaml.YamlValue;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Reads times such as {@code 50ms} and {@code 1.5s}. */
final class Durations {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ns|us|ms|s|m|h)");
  private static final Map<String, Double> NANOS =
      Map.of("ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9, "m", 6e10, "h", 3.6e12);

  private Durations() {}

  static Duration read(Node node) {
    String text = YamlValue.text(node);
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new FaultException(
          node, "'" + text + "' is no length of time, such as 50ms, 2s, 5m or 1h");
    }
    double nanos = Double.parseDouble(form.group(1)) * NANOS.getOrDefault(form.group(2), 0.0);
    return Duration.ofNanos(Math.round(nanos));
  }
}
