package io.falcoj.runtime.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falcoj.runtime.pushdown.Filter;
import io.falcoj.runtime.pushdown.Node;
import io.falcoj.runtime.pushdown.PushdownPlan;
import io.falcoj.runtime.pushdown.PushdownPlan.Decision;
import io.falcoj.runtime.pushdown.PushdownPlan.Need;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.pushdown.Source.Kind;
import io.falcoj.runtime.pushdown.Test;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads {@link #PATH}: for each event type, by its identifier, the nodes of its filter in order,
 * each as {@code [source, parameter, test, values, when true, when false]}, and what is told of it.
 * Bytes of texts are characters up to U+00FF. What breaks a limit or a rule of {@link Filter} is
 * refused.
 */
final class PushdownReader {
  static final String PATH = "META-INF/falco/pushdown.json";
  static final int FORMAT = 1;

  private static final JsonMapper MAPPER = new JsonMapper();

  private PushdownReader() {}

  static PushdownPlan read(byte[] json) throws BundleException {
    try {
      JsonNode root = MAPPER.readTree(json);
      int format = key(root, "format").asInt();
      if (format != FORMAT) {
        throw new BundleException(
            PATH + " has format " + format + "; this runtime reads format " + FORMAT);
      }
      Set<Integer> seen = new HashSet<>();
      List<Decision> decisions = new ArrayList<>();
      for (JsonNode node : key(root, "events")) {
        Decision decision = decision(node);
        if (!seen.add(decision.event())) {
          throw new BundleException(PATH + " has two filters for one event type");
        }
        decisions.add(decision);
      }
      return new PushdownPlan(decisions);
    } catch (IOException | IllegalArgumentException e) {
      throw new BundleException(PATH + " is not valid: " + e.getMessage(), e);
    }
  }

  private static Decision decision(JsonNode node) throws BundleException {
    EventType type = EventTable.standard().byId(key(node, "event").asText());
    JsonNode nodes = node.get("filter");
    Filter filter = null;
    if (nodes != null) {
      List<Node> table = new ArrayList<>();
      for (JsonNode row : nodes) {
        table.add(row(row, type));
      }
      filter = new Filter(table);
    }
    List<String> reasons = new ArrayList<>();
    key(node, "reasons").forEach(reason -> reasons.add(reason.asText()));
    List<Need> needs = new ArrayList<>();
    for (JsonNode need : key(node, "needs")) {
      needs.add(
          new Need(
              key(need, "rule").asText(),
              key(need, "condition").asText(),
              key(need, "later").asBoolean(),
              key(need, "all").asBoolean()));
    }
    return new Decision(type.code(), filter, reasons, needs);
  }

  private static Node row(JsonNode row, EventType type) {
    if (row.size() != 6) {
      throw new IllegalArgumentException("a node of " + row.size() + " parts");
    }
    Source source = new Source(Kind.valueOf(row.get(0).asText()), row.get(1).asInt());
    if (source.kind().isOfParam() && source.param() >= type.params().size()) {
      throw new IllegalArgumentException(type.id() + " has no parameter " + source.param());
    }
    return new Node(
        source, test(row.get(2).asText(), row.get(3)), row.get(4).asInt(), row.get(5).asInt());
  }

  private static Test test(String name, JsonNode values) {
    return switch (name) {
      case "EqualTo" -> new Test.EqualTo(number(values));
      case "AnyBits" -> new Test.AnyBits(number(values));
      case "LessThan" -> new Test.LessThan(number(values));
      case "InNumbers" -> {
        List<Long> numbers = new ArrayList<>();
        values.forEach(value -> numbers.add(number(value)));
        yield new Test.InNumbers(numbers);
      }
      case "InTexts" -> new Test.InTexts(texts(values));
      case "StartsWithAny" -> new Test.StartsWithAny(texts(values));
      case "EndsWithAny" -> new Test.EndsWithAny(texts(values));
      default -> throw new IllegalArgumentException("no test " + name);
    };
  }

  private static long number(JsonNode value) {
    if (!value.canConvertToLong()) {
      throw new IllegalArgumentException(value + " is no number");
    }
    return value.asLong();
  }

  private static List<ByteSlice> texts(JsonNode values) {
    List<ByteSlice> texts = new ArrayList<>();
    values.forEach(
        value -> texts.add(ByteSlice.of(value.asText().getBytes(StandardCharsets.ISO_8859_1))));
    return texts;
  }

  private static JsonNode key(JsonNode parent, String name) throws BundleException {
    JsonNode node = parent.get(name);
    if (node == null) {
      throw new BundleException(PATH + " lacks the key '" + name + "'");
    }
    return node;
  }
}
