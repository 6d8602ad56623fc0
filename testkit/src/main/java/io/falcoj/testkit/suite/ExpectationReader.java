package io.falcoj.testkit.suite;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.falcoj.compiler.decl.Priority;
import io.falcoj.testkit.suite.Expectation.FieldDemand;
import io.falcoj.testkit.yaml.FaultCode;
import io.falcoj.testkit.yaml.FaultException;
import io.falcoj.testkit.yaml.Faults;
import io.falcoj.testkit.yaml.Known;
import io.falcoj.testkit.yaml.YamlMap;
import io.falcoj.testkit.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Reads the entries of {@code expect}. */
final class ExpectationReader {
  static final List<String> KEYS = List.of("rule", "count", "priority", "fields", "output");
  private static final List<String> RANGE_KEYS = List.of("min", "max");
  private static final List<String> OUTPUT_KEYS = List.of("equals", "contains", "matches");
  private static final List<String> PRIORITIES =
      Stream.of(Priority.values()).map(Priority::name).toList();

  private final Faults faults;

  ExpectationReader(Faults faults) {
    this.faults = faults;
  }

  /** How many alerts. */
  private record Range(int min, int max) {}

  Expectation read(Node node) {
    YamlMap map = new YamlMap(node, KEYS, faults);
    Range range = faults.read(() -> range(map.find("count")));
    String priority = faults.read(() -> priority(map.find("priority")));
    List<FieldDemand> fields = new ArrayList<>();
    faults.attempt(() -> fields(map.find("fields"), fields));
    OutputDemand output = faults.read(() -> output(map.find("output")));
    String rule = map.text("rule");
    return new Expectation(
        rule,
        faults.place(map.require("rule")),
        range == null ? 1 : range.min,
        range == null ? Integer.MAX_VALUE : range.max,
        priority,
        fields,
        output);
  }

  private Range range(@Nullable Node count) {
    if (count == null) {
      return new Range(1, Integer.MAX_VALUE);
    }
    if (!(count instanceof MappingNode)) {
      int exact = count(count);
      return new Range(exact, exact);
    }
    YamlMap map = new YamlMap(count, RANGE_KEYS, faults);
    if (!map.has("min") && !map.has("max")) {
      throw new FaultException(count, "'count' has neither min nor max");
    }
    int min = map.has("min") ? count(map.require("min")) : 0;
    int max = map.has("max") ? count(map.require("max")) : Integer.MAX_VALUE;
    if (min > max) {
      throw new FaultException(count, "min is greater than max: no count is both");
    }
    return new Range(min, max);
  }

  private static int count(Node value) {
    String text = YamlValue.text(value);
    if (!text.matches("\\d{1,9}")) {
      throw new FaultException(value, "'" + text + "' is not a number of alerts");
    }
    return Integer.parseInt(text);
  }

  private static @Nullable String priority(@Nullable Node value) {
    if (value == null) {
      return null;
    }
    String text = YamlValue.text(value);
    Priority priority = Priority.of(text);
    if (priority == null) {
      throw new FaultException(
          FaultCode.VALUE,
          value,
          "unknown priority '" + text + "'",
          Known.hint(text.toUpperCase(Locale.ROOT), PRIORITIES));
    }
    return priority.label();
  }

  private void fields(@Nullable Node value, List<FieldDemand> fields) {
    if (value == null) {
      return;
    }
    if (!(value instanceof MappingNode mapping) || mapping.getValue().isEmpty()) {
      throw new FaultException(value, "'fields' takes a mapping, such as {proc.name: bash}");
    }
    Set<String> known = new LinkedHashSet<>();
    for (NodeTuple entry : mapping.getValue()) {
      Node key = entry.getKeyNode();
      String field = YamlValue.text(key);
      if (!known.add(field)) {
        faults.add(FaultCode.UNKNOWN_KEY, key, "field '" + field + "' stands twice", null);
        continue;
      }
      Node wanted = entry.getValueNode();
      faults.attempt(
          () ->
              fields.add(
                  new FieldDemand(
                      field,
                      faults.place(key),
                      YamlValue.isNull(wanted) ? null : YamlValue.text(wanted))));
    }
  }

  private @Nullable OutputDemand output(@Nullable Node value) {
    if (value == null) {
      return null;
    }
    YamlMap map = new YamlMap(value, OUTPUT_KEYS, faults);
    List<String> given = OUTPUT_KEYS.stream().filter(map::has).toList();
    if (given.size() != 1) {
      throw new FaultException(value, "'output' has one of equals, contains, matches");
    }
    String text = map.text(given.get(0));
    return switch (given.get(0)) {
      case "equals" -> new OutputDemand.Equal(text);
      case "contains" -> new OutputDemand.Containing(text);
      default -> new OutputDemand.Matching(pattern(map.require("matches"), text));
    };
  }

  private static Pattern pattern(Node node, String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new FaultException(
          FaultCode.REGEX,
          node,
          "no regular expression: " + e.getDescription() + ": " + e.getPattern(),
          null);
    }
  }
}
