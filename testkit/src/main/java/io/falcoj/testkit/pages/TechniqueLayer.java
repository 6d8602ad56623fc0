package io.falcoj.testkit.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many rules look for a technique, as a layer of the ATT&amp;CK Navigator (format 4.5). */
final class TechniqueLayer {
  private TechniqueLayer() {}

  static String render(List<DocumentedRule> rules) {
    Map<String, List<DocumentedRule>> byId = byTechnique(rules);
    ObjectNode layer = JsonNodeFactory.instance.objectNode();
    layer.put("name", "Rules");
    layer.putObject("versions").put("navigator", "5.1.0").put("layer", "4.5");
    layer.put("domain", "enterprise-attack");
    layer.put("description", "How many rules look for a technique.");
    ArrayNode techniques = layer.putArray("techniques");
    byId.forEach(
        (id, its) ->
            techniques
                .addObject()
                .put("techniqueID", id)
                .put("score", its.size())
                .put("enabled", true)
                .put("comment", names(its)));
    ObjectNode gradient = layer.putObject("gradient");
    gradient.putArray("colors").add("#e5f5e0").add("#31a354");
    int most = byId.values().stream().mapToInt(List::size).max().orElse(1);
    gradient.put("minValue", 0).put("maxValue", most);
    return layer.toPrettyString() + "\n";
  }

  private static String names(List<DocumentedRule> rules) {
    return rules.stream().map(rule -> rule.info().name()).collect(Collectors.joining("\n"));
  }

  static Map<String, List<DocumentedRule>> byTechnique(List<DocumentedRule> rules) {
    Map<String, List<DocumentedRule>> byId = new TreeMap<>();
    for (DocumentedRule rule : rules) {
      for (String id : Attack.ids(rule.info().tags())) {
        byId.computeIfAbsent(id, key -> new ArrayList<>()).add(rule);
      }
    }
    return byId;
  }
}
