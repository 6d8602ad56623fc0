package io.falcoj.testkit.judge;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.engine.EventReplay;
import io.falcoj.runtime.match.MatchEngine;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.output.render.AlertFactory;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.rules.RuleSet;
import io.falcoj.testkit.suite.Expectation;
import io.falcoj.testkit.suite.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the events of one case after the other. Used by one thread. */
public final class Judge {
  private final RuleSet rules;
  private final AlertFactory alerts;
  private final MatchEngine engine;
  private final int mostHits;
  private final int mostWarnings;
  private final TimeCounts times = new TimeCounts();

  /**
   * @param alerts of the same rules; no other thread uses it meanwhile
   * @param only the rules under test, or null for all that are enabled
   * @param mostHits alerts that are kept
   * @param mostWarnings warnings that are kept
   */
  public Judge(
      RuleSet rules,
      AlertFactory alerts,
      boolean matchAll,
      @Nullable Selection only,
      int mostHits,
      int mostWarnings) {
    this.rules = rules;
    this.alerts = alerts;
    this.mostHits = mostHits;
    this.mostWarnings = mostWarnings;
    MatchOptions options = new MatchOptions(matchAll, "Debug", List.of());
    this.engine =
        new MatchEngine(
            List.of(rules.bundle()), only == null ? options : options.withOnly(names(only)));
  }

  private Set<String> names(Selection only) {
    return rules.rules().stream()
        .filter(rule -> only.selects(rule.name(), rule.tags()))
        .map(RuleInfo::name)
        .collect(Collectors.toSet());
  }

  /** Judges the events of a case, to their end or to where they cannot be read. */
  public Judgement judge(EventSource events, List<Expectation> expected) {
    return new Case(expected).run(events);
  }

  /** One case. */
  private final class Case implements EventReplay.Observer {
    private final Map<String, RuleAlerts> byRule = new LinkedHashMap<>();
    private final List<Hit> hits = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private long count;

    Case(List<Expectation> expected) {
      Map<String, List<Expectation>> grouped = new LinkedHashMap<>();
      for (Expectation expectation : expected) {
        grouped.computeIfAbsent(expectation.rule(), r -> new ArrayList<>()).add(expectation);
      }
      grouped.forEach(
          (name, entries) -> {
            RuleInfo rule = rules.rule(name);
            if (rule == null) {
              throw new IllegalStateException("the suite was checked: " + name);
            }
            byRule.put(name, new RuleAlerts(rule, entries));
          });
    }

    Judgement run(EventSource events) {
      times.clear();
      SourceException failure = null;
      EventReplay replay = new EventReplay(this, List.of(engine), rules.auditPaths(), this::warn);
      try {
        replay.run(events);
      } catch (SourceException e) {
        failure = e;
      }
      List<Difference> differences = new ArrayList<>();
      byRule.values().forEach(each -> differences.addAll(Comparison.differences(each)));
      return new Judgement(
          differences, hits, count, times.read(), replay.refused(), warnings, failure);
    }

    @Override
    public void event(MatchContext context) {
      times.add(context.timestamp());
    }

    @Override
    public void matched(int ruleSet, int index, MatchContext context) {
      RuleInfo rule = engine.rules().get(index);
      RuleAlerts known = byRule.get(rule.name());
      boolean first = known == null || known.groups().isEmpty();
      if (known == null) {
        known = new RuleAlerts(rule, List.of());
        byRule.put(rule.name(), known);
      }
      count++;
      boolean keep = first || hits.size() < mostHits;
      Hit hit = known.add(context, () -> alerts.create(index, context).message().toString(), keep);
      if (keep && hit != null) {
        hits.add(hit);
      }
    }

    private void warn(String message, long offset) {
      if (warnings.size() < mostWarnings) {
        warnings.add(offset < 0 ? message : message + " (at byte " + offset + ")");
      }
    }
  }
}
