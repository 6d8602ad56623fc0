package io.falcoj.testkit.judge;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.testkit.suite.Expectation;
import io.falcoj.testkit.suite.Expectation.FieldDemand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The alerts of one rule, grouped by the demands that they do not meet. */
final class RuleAlerts {
  private final RuleInfo rule;
  private final List<Expectation> expected;
  private final Map<String, ShownField> fields = new LinkedHashMap<>();
  private final Map<List<Unmet>, AlertGroup> groups = new LinkedHashMap<>();
  private final boolean asksForOutput;

  /**
   * @param expected those of this rule; may be none
   */
  RuleAlerts(RuleInfo rule, List<Expectation> expected) {
    this.rule = rule;
    this.expected = expected;
    for (Expectation expectation : expected) {
      for (FieldDemand demand : expectation.fields()) {
        fields.computeIfAbsent(demand.field(), name -> ShownField.of(name, rule.source()));
      }
    }
    this.asksForOutput = expected.stream().anyMatch(e -> e.output() != null);
  }

  List<Expectation> expected() {
    return expected;
  }

  Collection<AlertGroup> groups() {
    return groups.values();
  }

  /**
   * Takes an alert.
   *
   * @param output the rule's output, made when it is needed
   * @param wanted whether the alert is to be returned in any case
   * @return the alert, or null when it is one of many
   */
  @Nullable Hit add(MatchContext ctx, Supplier<String> output, boolean wanted) {
    Map<String, @Nullable String> values = values(ctx);
    String message = asksForOutput || wanted ? output.get() : null;
    AlertGroup group = groups.computeIfAbsent(unmet(values, message), AlertGroup::new);
    group.count++;
    if (!wanted && !group.wants()) {
      return null;
    }
    Hit hit =
        new Hit(
            rule.name(),
            rule.priority(),
            ctx.eventNumber(),
            ctx.timestamp(),
            message == null ? output.get() : message,
            values);
    if (group.wants()) {
      group.add(hit);
    }
    return hit;
  }

  /** For each expectation what an alert for the context's event does not meet. */
  List<Unmet> unmet(MatchContext ctx, Supplier<String> output) {
    return unmet(values(ctx), asksForOutput ? output.get() : null);
  }

  private Map<String, @Nullable String> values(MatchContext ctx) {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    fields.forEach((name, field) -> values.put(name, field.read(ctx)));
    return values;
  }

  private List<Unmet> unmet(Map<String, @Nullable String> values, @Nullable String message) {
    List<Unmet> unmet = new ArrayList<>(expected.size());
    for (Expectation expectation : expected) {
      unmet.add(unmet(expectation, values, message));
    }
    return unmet;
  }

  private Unmet unmet(
      Expectation expectation, Map<String, @Nullable String> values, @Nullable String message) {
    List<FieldDemand> others =
        expectation.fields().stream()
            .filter(demand -> !Objects.equals(demand.value(), values.get(demand.field())))
            .toList();
    return new Unmet(
        expectation.priority() != null && !expectation.priority().equals(rule.priority()),
        others,
        expectation.output() != null
            && !expectation.output().isMet(Objects.requireNonNull(message)));
  }
}
