package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.runtime.match.MetricText;
import io.falcoj.runtime.match.RuleSelection;

/** Small functions of the engine. */
final class UtilRows {
  private UtilRows() {}

  static Verdict util(JsonNode row) {
    JsonNode args = row.at("/input/args");
    JsonNode value = row.at("/expect/value");
    String first = args.path(0).asText();
    return switch (row.at("/input/fn").asText()) {
      case "parse_prometheus_interval" ->
          Verdict.equal(value.asLong(), MetricText.intervalMillis(first));
      case "sanitize_rule_name" -> Verdict.equal(value.asText(), MetricText.ruleName(first));
      case "matches_wildcard" ->
          Verdict.equal(
              value.asBoolean(), RuleSelection.matchesWildcard(first, args.path(1).asText()));
      default -> Verdict.waiting("no such function: " + row.at("/input/fn").asText());
    };
  }
}
