package io.falcoj.testkit.coverage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.testkit.coverage.CoverageReport.TechniqueCoverage;
import java.util.ArrayList;
import java.util.List;

/**
 * Techniques as a layer that MITRE's ATT&amp;CK Navigator opens (layer format 4.5): score 1 for a
 * technique that is tested, 0 for one that a rule carries and no pair of cases shows.
 */
public final class NavigatorLayer {
  private static final String TESTED = "#31a354";
  private static final String UNTESTED = "#fc8d59";

  private NavigatorLayer() {}

  /**
   * The layer.
   *
   * @param name as the Navigator shows it
   */
  public static String render(String name, CoverageReport report) {
    ObjectNode layer = JsonNodeFactory.instance.objectNode();
    layer.put("name", name);
    layer.putObject("versions").put("navigator", "5.1.0").put("layer", "4.5");
    layer.put("domain", "enterprise-attack");
    layer.put("description", "Techniques that rules carry; tested ones fire and stay silent.");
    ArrayNode techniques = layer.putArray("techniques");
    report.techniques().forEach(technique -> add(techniques, technique));
    ObjectNode gradient = layer.putObject("gradient");
    gradient.putArray("colors").add(UNTESTED).add(TESTED);
    gradient.put("minValue", 0).put("maxValue", 1);
    ArrayNode legend = layer.putArray("legendItems");
    legend.addObject().put("label", "tested").put("color", TESTED);
    legend.addObject().put("label", "not tested").put("color", UNTESTED);
    return layer.toPrettyString() + "\n";
  }

  private static void add(ArrayNode techniques, TechniqueCoverage technique) {
    ObjectNode node = techniques.addObject().put("techniqueID", technique.id());
    node.put("score", technique.counts() ? 1 : 0).put("enabled", true);
    List<String> comment = new ArrayList<>();
    for (String rule : technique.rules()) {
      comment.add(rule + (technique.tested().contains(rule) ? " (tested)" : " (not tested)"));
    }
    node.put("comment", String.join("\n", comment));
  }
}
