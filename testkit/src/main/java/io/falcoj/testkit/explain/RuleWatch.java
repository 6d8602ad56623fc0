package io.falcoj.testkit.explain;

import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.explain.Explanation;
import io.falcoj.compiler.explain.RuleExplainer;
import io.falcoj.compiler.explain.render.BriefText;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.schema.EventTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks through events for what kept a rule from firing: the nearest miss, an earlier rule. */
final class RuleWatch {
  /** Event types that are named. */
  private static final int MOST_TYPES = 6;

  private final RuleExplainer rule;
  private final long got;
  private final Map<String, Long> hidden = new TreeMap<>();

  /** Matches that go to an earlier rule. */
  private final Map<RuleDef, Numbers> taken = new LinkedHashMap<>();

  private final Numbers matched = new Numbers();
  private long events;
  private long shown;
  private @Nullable Explanation nearest;
  private @Nullable Explanation unseen;
  private @Nullable Explanation first;

  /**
   * @param got alerts that meet the expectation
   */
  RuleWatch(RuleExplainer rule, long got) {
    this.rule = rule;
    this.got = got;
  }

  /** Takes an event of the rule's source. */
  void event(MatchContext ctx) {
    events++;
    if (!rule.isShown(ctx)) {
      String type = EventTable.standard().all().get(ctx.eventCode()).name();
      hidden.merge(type, 1L, Long::sum);
      unseen = unseen == null ? rule.explain(ctx) : unseen;
      return;
    }
    shown++;
    if (!rule.matches(ctx)) {
      if (nearest == null || rule.missing(ctx) < nearest.missing()) {
        nearest = rule.explain(ctx);
      }
      return;
    }
    first = first == null ? rule.explain(ctx) : first;
    RuleDef earlier = rule.earlier(ctx);
    Numbers numbers =
        earlier == null ? matched : taken.computeIfAbsent(earlier, r -> new Numbers());
    numbers.add(ctx.eventNumber());
  }

  /** Why the rule did not fire, or not as often as expected. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (events == 0) {
      lines.add("the case has no event that rules see");
    } else if (shown == 0) {
      lines.add("of %s, none is shown to the rule: %s".formatted(events(), types()));
      if (unseen != null) {
        lines.addAll(BriefText.notShown(unseen));
      }
    }
    matches(lines);
    if (nearest != null) {
      lines.add(
          (matched.count() + taken.size() == 0 ? "nearest miss" : "nearest miss beside it")
              + ", "
              + (nearest.missing() == 1 ? "by one check" : "by " + nearest.missing() + " checks")
              + ":");
      BriefText.event(nearest.event()).forEach(line -> lines.add("  " + line));
      lines.addAll(BriefText.wrongWay(nearest));
    }
    return lines;
  }

  private void matches(List<String> lines) {
    SourceSpan off = disabledBy();
    if (off != null) {
      lines.add("the rule is disabled: enabled: false (" + BriefText.place(off) + ")");
    }
    if (matched.count() > 0) {
      lines.add(
          "the rule matches "
              + matched
              + (off == null && matched.count() > got
                  ? "; other expectations take the alerts, or they do not meet the demands"
                  : ""));
    }
    taken.forEach(
        (earlier, numbers) ->
            lines.add(
                "the rule matches %s, but rule \"%s\" (%s) comes first and gets %s"
                    .formatted(
                        numbers,
                        earlier.name(),
                        BriefText.place(earlier.span()),
                        numbers.count() == 1 ? "it" : "them")));
  }

  private @Nullable SourceSpan disabledBy() {
    Explanation any = first != null ? first : nearest != null ? nearest : unseen;
    return any == null ? null : any.disabledBy();
  }

  private String events() {
    return events == 1 ? "1 event" : events + " events";
  }

  private String types() {
    List<String> names =
        hidden.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(MOST_TYPES)
            .map(e -> e.getKey() + " (" + e.getValue() + ")")
            .toList();
    int more = hidden.size() - names.size();
    return String.join(", ", names) + (more > 0 ? " and " + more + " more types" : "");
  }
}
