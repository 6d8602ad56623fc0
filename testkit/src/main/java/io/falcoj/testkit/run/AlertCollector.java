package io.falcoj.testkit.run;

import io.falcoj.runtime.output.Alert;
import io.falcoj.runtime.output.AlertSink;
import io.falcoj.testkit.suite.Expectation;
import io.falcoj.testkit.suite.RuleTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the alerts of a case and says how they differ from what was expected. */
final class AlertCollector implements AlertSink {
  private final List<Alert> all = new ArrayList<>();
  private final Map<String, List<Alert>> byRule = new LinkedHashMap<>();

  @Override
  public void accept(Alert alert) {
    all.add(alert);
    byRule.computeIfAbsent(alert.rule(), r -> new ArrayList<>()).add(alert);
  }

  List<SeenAlert> seen() {
    return all.stream()
        .map(
            a ->
                new SeenAlert(
                    a.rule(), a.priority(), a.eventNumber(), a.timestamp(), a.message().toString()))
        .toList();
  }

  /** One problem per difference. */
  List<Problem> differences(RuleTest test) {
    List<Problem> problems = new ArrayList<>();
    Map<String, List<Alert>> unexpected = new LinkedHashMap<>(byRule);
    for (Expectation expectation : test.expected()) {
      List<Alert> alerts = byRule.getOrDefault(expectation.rule(), List.of());
      unexpected.remove(expectation.rule());
      int got = alerts.size();
      if (got < expectation.min() || got > expectation.max()) {
        problems.add(
            new Problem(
                got < expectation.min() ? Problem.Kind.MISSING : Problem.Kind.TOO_MANY,
                expectation.rule(),
                test.line(),
                "rule \"%s\": expected %s, got %d"
                    .formatted(expectation.rule(), expectation.count(), got),
                List.of()));
      }
      for (Alert alert : alerts) {
        String priority = expectation.priority();
        if (priority != null && !priority.equalsIgnoreCase(alert.priority())) {
          problems.add(
              new Problem(
                  Problem.Kind.PRIORITY,
                  expectation.rule(),
                  test.line(),
                  "rule \"%s\": expected priority %s, got %s (event %d)"
                      .formatted(
                          expectation.rule(), priority, alert.priority(), alert.eventNumber()),
                  List.of()));
        }
      }
    }
    unexpected.forEach(
        (rule, alerts) ->
            problems.add(
                new Problem(
                    Problem.Kind.UNEXPECTED,
                    rule,
                    test.line(),
                    "rule \"%s\": %d alert(s) that the case does not expect, the first at event %d: %s"
                        .formatted(
                            rule,
                            alerts.size(),
                            alerts.get(0).eventNumber(),
                            alerts.get(0).message()),
                    List.of())));
    return problems;
  }
}
