package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares alerts with those that a real Falco printed, and counts on how much they agree. */
final class AlertAgreement {
  /** What two alerts of one rule and event can agree on. */
  enum Aspect {
    EVENT,
    PRIORITY,
    OUTPUT,
    FIELDS
  }

  private final List<String> differences = new ArrayList<>();
  private final Map<Aspect, Integer> agreed = new HashMap<>();
  private int expectedAlerts;
  private int extraAlerts;
  private int oldForms;
  private int otherOrders;
  private final Set<String> rulesOfOldForm;

  /**
   * @param rulesOfOldForm rules whose files say that they are old and whose old forms mean what
   *     they meant then, so that they match more than in Falco
   */
  AlertAgreement(Set<String> rulesOfOldForm) {
    this.rulesOfOldForm = rulesOfOldForm;
  }

  /**
   * Adds the alerts of one capture.
   *
   * @param all what Falco printed when all rules that match an event could alert: there the two
   *     rules of an event stand side by side that another order of rules exchanges
   */
  void compare(String where, List<JsonNode> expected, List<JsonNode> actual, List<JsonNode> all) {
    Map<String, JsonNode> ours = new HashMap<>();
    actual.forEach(alert -> ours.put(key(alert), alert));
    Set<String> seen = new HashSet<>();
    Set<String> matching = new HashSet<>();
    all.forEach(alert -> matching.add(key(alert)));
    Map<String, String> firstOfEvent = new HashMap<>();
    actual.forEach(alert -> firstOfEvent.put(event(alert), key(alert)));
    for (JsonNode alert : expected) {
      expectedAlerts++;
      seen.add(key(alert));
      JsonNode own = ours.get(key(alert));
      String instead = firstOfEvent.get(event(alert));
      if (own == null && instead != null && matching.containsAll(Set.of(instead, key(alert)))) {
        otherOrders++;
        seen.add(instead);
        differences.add(where + ": in another order: " + key(alert) + ", ours: " + instead);
        continue;
      }
      if (own == null) {
        differences.add(where + ": missing: " + key(alert));
        continue;
      }
      count(Aspect.EVENT);
      compareText(where, alert, own, "priority", Aspect.PRIORITY);
      compareText(where, alert, own, "output", Aspect.OUTPUT);
      compareFields(where, alert, own);
    }
    for (JsonNode alert : actual) {
      if (!seen.contains(key(alert)) && rulesOfOldForm.contains(alert.path("rule").asText())) {
        oldForms++;
      } else if (!seen.contains(key(alert))) {
        extraAlerts++;
        differences.add(where + ": not printed by Falco: " + key(alert));
      }
    }
  }

  private void compareText(
      String where, JsonNode expected, JsonNode own, String key, Aspect aspect) {
    if (expected.path(key).equals(own.path(key))) {
      count(aspect);
    } else {
      differences.add(
          "%s: %s: %s%n  Falco: %s%n  ours:  %s"
              .formatted(where, key(expected), key, expected.path(key), own.path(key)));
    }
  }

  private void compareFields(String where, JsonNode expected, JsonNode own) {
    JsonNode theirs = expected.path("output_fields");
    JsonNode ours = own.path("output_fields");
    if (theirs.equals(ours)) {
      count(Aspect.FIELDS);
      return;
    }
    Set<String> names = new HashSet<>();
    theirs.fieldNames().forEachRemaining(names::add);
    ours.fieldNames().forEachRemaining(names::add);
    names.stream()
        .sorted()
        .filter(name -> !theirs.path(name).equals(ours.path(name)))
        .forEach(
            name ->
                differences.add(
                    "%s: %s: field %s: Falco: %s, ours: %s"
                        .formatted(
                            where, key(expected), name, theirs.path(name), ours.path(name))));
  }

  private static String event(JsonNode alert) {
    return alert.path("output_fields").path("evt.num").asText();
  }

  private static String key(JsonNode alert) {
    return event(alert) + " " + alert.path("rule").asText();
  }

  private void count(Aspect aspect) {
    agreed.merge(aspect, 1, Integer::sum);
  }

  int agreed(Aspect aspect) {
    return agreed.getOrDefault(aspect, 0);
  }

  /** Share of Falco's alerts that agrees, in percent. */
  double percent(Aspect aspect) {
    return expectedAlerts == 0 ? 100 : 100.0 * agreed(aspect) / expectedAlerts;
  }

  /** Events that Falco gives to another of the rules that match them, in percent of its alerts. */
  double otherOrderPercent() {
    return expectedAlerts == 0 ? 0 : 100.0 * otherOrders / expectedAlerts;
  }

  /** Alerts that Falco did not print, for 100 of its own. */
  double extraPercent() {
    return 100.0 * extraAlerts / Math.max(1, expectedAlerts);
  }

  /** The rule set's part of the report. */
  ObjectNode figures() {
    ObjectNode figures = FidelityReport.suite(expectedAlerts, agreed(Aspect.EVENT));
    for (Aspect aspect : Aspect.values()) {
      figures.put(aspect.name().toLowerCase(Locale.ROOT), agreed(aspect));
    }
    figures.put("further", extraAlerts);
    figures.put("old forms", oldForms);
    figures.put("other order of rules", otherOrders);
    return figures;
  }

  List<String> differences() {
    return differences;
  }

  @Override
  public String toString() {
    return "%d of %d alerts agree in rule and event, %d in priority, %d in output, %d in fields; %d more, %d of old forms, %d in another order of rules"
        .formatted(
            agreed(Aspect.EVENT),
            expectedAlerts,
            agreed(Aspect.PRIORITY),
            agreed(Aspect.OUTPUT),
            agreed(Aspect.FIELDS),
            extraAlerts,
            oldForms,
            otherOrders);
  }
}
