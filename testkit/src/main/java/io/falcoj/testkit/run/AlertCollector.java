package io.falcoj.testkit.run;

import io.falcoj.runtime.output.Alert;
import io.falcoj.runtime.output.AlertSink;
import io.falcoj.testkit.suite.Expectation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the alerts of a case and says how they differ from what was expected. */
final class AlertCollector implements AlertSink {
  private final Map<String, List<Alert>> byRule = new LinkedHashMap<>();

  @Override
  public void accept(Alert alert) {
    byRule.computeIfAbsent(alert.rule(), r -> new ArrayList<>()).add(alert);
  }

  /** One sentence per difference. */
  List<String> differences(List<Expectation> expected) {
    List<String> problems = new ArrayList<>();
    Map<String, List<Alert>> unexpected = new LinkedHashMap<>(byRule);
    for (Expectation expectation : expected) {
      List<Alert> alerts = byRule.getOrDefault(expectation.rule(), List.of());
      unexpected.remove(expectation.rule());
      if (alerts.size() < expectation.min() || alerts.size() > expectation.max()) {
        problems.add(
            "rule \"%s\": expected %s alert(s), got %d"
                .formatted(expectation.rule(), expectation.count(), alerts.size()));
      }
      for (Alert alert : alerts) {
        String priority = expectation.priority();
        if (priority != null && !priority.equalsIgnoreCase(alert.priority())) {
          problems.add(
              "rule \"%s\": expected priority %s, got %s (event %d)"
                  .formatted(expectation.rule(), priority, alert.priority(), alert.eventNumber()));
        }
      }
    }
    unexpected.forEach(
        (rule, alerts) ->
            problems.add(
                "rule \"%s\": %d alert(s) that the case does not expect, the first at event %d: %s"
                    .formatted(
                        rule,
                        alerts.size(),
                        alerts.get(0).eventNumber(),
                        alerts.get(0).message())));
    return problems;
  }
}
