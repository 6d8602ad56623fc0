package io.falcoj.testkit.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.testkit.bench.BenchResult.Cost;

/** Figures as one JSON object. */
public final class BenchJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private BenchJson() {}

  /** Ended by LF. */
  public static String render(BenchResult result) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("fixtures", result.fixtures());
    json.put("events", result.events());
    json.put("jdk", result.jdk());
    json.put("cores", result.cores());
    json.put("allNanosPerEvent", result.all());
    json.put("readingNanosPerEvent", result.none());
    json.put("eventsPerCpuSecond", result.eventsPerSecond());
    ArrayNode rules = json.putArray("rules");
    for (Cost cost : result.rules()) {
      ObjectNode rule = rules.addObject();
      rule.put("rule", cost.rule());
      rule.put("place", cost.place());
      rule.put("aloneNanosPerEvent", cost.nanos());
      rule.put("share", cost.share());
    }
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }
}
