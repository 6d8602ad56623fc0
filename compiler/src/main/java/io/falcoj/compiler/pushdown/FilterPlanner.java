package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.check.TypedRules;
import io.falcoj.runtime.pushdown.Filter;
import io.falcoj.runtime.pushdown.PushdownPlan;
import io.falcoj.runtime.pushdown.PushdownPlan.Decision;
import io.falcoj.runtime.pushdown.PushdownPlan.Need;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldCatalog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filters of all event types that can have one. */
public final class FilterPlanner {
  private final List<Subject> subjects = new ArrayList<>();
  private final Outcomes outcomes = new Outcomes();
  private final List<Decision> decisions = new ArrayList<>();

  private FilterPlanner(TypedRules rules, FieldCatalog catalog) {
    rules.rules().stream()
        .filter(rule -> rule.rule().enabled())
        .filter(rule -> rule.rule().source().equals(EventSources.SYSCALL))
        .forEach(rule -> subjects.add(new Subject(rule, catalog)));
  }

  /** Plans for the rules that are enabled. */
  public static PushdownPlan plan(TypedRules rules, FieldCatalog catalog) {
    FilterPlanner planner = new FilterPlanner(rules, catalog);
    List<EventType> types =
        Calls.TABLE.all().stream()
            .filter(
                type ->
                    Calls.OPENS.get(type.code())
                        || type.code() == Calls.CONNECT
                        || planner.isAskedFor(type))
            .toList();
    for (EventType type : types) {
      planner.decide(type);
    }
    return new PushdownPlan(planner.decisions);
  }

  private boolean isAskedFor(EventType type) {
    return Calls.leavesNoTrace(type) && subjects.stream().anyMatch(s -> s.sees(type.code()));
  }

  private void decide(EventType type) {
    List<String> reasons = new ArrayList<>();
    for (Subject subject : subjects) {
      if (subject.counting() != null) {
        reasons.add(
            "rule \""
                + subject.name()
                + "\" reads "
                + subject.counting()
                + ", which every event changes");
      }
    }
    Needs needs = Needs.of(type, subjects, outcomes);
    Filter filter = reasons.isEmpty() ? FilterBuilder.build(needs.formula()) : null;
    if (reasons.isEmpty() && filter == null && !needs.formula().equals(Formula.TRUE)) {
      reasons.add("its rules ask for more than a filter can hold");
    }
    List<Need> told = needs.told();
    if (Calls.OPENS.get(type.code()) || type.code() == Calls.CONNECT) {
      Filter atStart = filter == null ? null : atStart(needs.formula(), type);
      decisions.add(new Decision(type.code() - 1, atStart, reasons, List.of()));
      // The end is sent whenever the start was.
      filter = atStart == null ? null : filter;
    }
    decisions.add(new Decision(type.code(), filter, reasons, told));
  }

  private static @Nullable Filter atStart(Formula atEnd, EventType end) {
    Formula formula = AtStart.of(atEnd, end);
    return formula.equals(Formula.FALSE)
        ? FilterBuilder.nothing(Calls.start(end.code()))
        : FilterBuilder.build(formula);
  }
}
