package io.falcoj.testkit.coverage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.testkit.coverage.CoverageReport.TechniqueCoverage;

/** Coverage as JSON. */
public final class CoverageJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CoverageJson() {}

  /** The whole report. */
  public static String render(CoverageReport report) {
    ObjectNode root = sides(JSON.objectNode(), report.sides());
    ArrayNode rules = root.putArray("rules");
    for (CoveredRule rule : report.rules()) {
      ObjectNode node = rules.addObject().put("name", rule.rule().name());
      node.put("file", rule.file()).put("line", rule.line());
      node.put("firing_cases", rule.positive()).put("silent_cases", rule.negative());
      sides(node, rule.sides());
    }
    ArrayNode files = root.putArray("files");
    report.files().forEach(f -> sides(files.addObject().put("file", f.file()), f.sides()));
    ArrayNode tags = root.putArray("tags");
    report
        .tags()
        .forEach(
            tag ->
                sides(tags.addObject().put("tag", tag.tag()), tag.sides())
                    .put("rules", tag.rules())
                    .put("tested", tag.tested()));
    ArrayNode techniques = root.putArray("techniques");
    report.techniques().forEach(t -> techniques.add(technique(t)));
    ArrayNode checks = root.putArray("checks");
    report.checks().forEach(check -> checks.add(check(check)));
    return root.toPrettyString() + "\n";
  }

  private static ObjectNode sides(ObjectNode node, Sides sides) {
    return node.put("sides_seen", sides.seen()).put("sides", sides.all());
  }

  private static ObjectNode technique(TechniqueCoverage technique) {
    ObjectNode node = JSON.objectNode().put("id", technique.id());
    ArrayNode rules = node.putArray("rules");
    technique.rules().forEach(rules::add);
    ArrayNode tested = node.putArray("tested");
    technique.tested().forEach(tested::add);
    return node;
  }

  private static ObjectNode check(CoveredCheck check) {
    ObjectNode node = JSON.objectNode().put("file", check.file());
    node.put("line", check.line()).put("column", check.column()).put("text", check.text());
    node.put("seen_true", check.seenTrue()).put("seen_false", check.seenFalse());
    ArrayNode rules = node.putArray("rules");
    check.rules().forEach(rules::add);
    return node;
  }
}
