package io.falcoj.testkit.explain;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.DeepStack;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.explain.Explainer;
import io.falcoj.compiler.explain.RuleExplainer;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.engine.EventReplay;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.judge.Difference;
import io.falcoj.testkit.judge.Hit;
import io.falcoj.testkit.rules.RuleSet;
import io.falcoj.testkit.suite.RuleTestSuite;
import io.falcoj.testkit.suite.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Explains differences by looking at the events of a case once more. */
public final class FailureExplainer {
  /** Differences that are explained: each watches every event. */
  private static final int MOST_DIFFERENCES = 20;

  /** Events that are looked at. */
  private static final long MOST_EVENTS = 1_000_000;

  private final Explainer explainer;
  private final List<Difference> differences;
  private final Map<Integer, RuleWatch> watches = new HashMap<>();
  private final Map<Integer, List<String>> found = new HashMap<>();
  private final String source;
  private long looked;

  private FailureExplainer(Explainer explainer, List<Difference> differences, String source) {
    this.explainer = explainer;
    this.differences = differences;
    this.source = source;
    for (int i = 0; i < differences.size() && i < MOST_DIFFERENCES; i++) {
      if (differences.get(i) instanceof Difference.Missing missing) {
        RuleExplainer rule = explainer.rule(missing.rule()).orElseThrow();
        if (rule.rule().source().equals(source)) {
          watches.put(i, new RuleWatch(rule, missing.got()));
        }
      }
    }
  }

  /**
   * The lines for each difference.
   *
   * @param events those of the case from their beginning
   */
  public static List<List<String>> explain(
      RuleTestSuite suite, RuleSet rules, EventSource events, List<Difference> differences) {
    return DeepStack.call(
        () ->
            new FailureExplainer(
                    explainer(suite, rules.checked()), differences, events.info().eventSource())
                .lines(events));
  }

  /** Sees the rules as they run in the suite. */
  private static Explainer explainer(RuleTestSuite suite, CheckedRules rules) {
    Selection only = suite.only();
    List<TypedRule> running = rules.typed().rules();
    if (only != null) {
      running =
          running.stream()
              .filter(rule -> only.selects(rule.rule().name(), rule.rule().tags()))
              .map(TypedRule::switchedOn)
              .toList();
    }
    return new Explainer(rules.parsed(), new TypedRules(running), !suite.matchAll());
  }

  private List<List<String>> lines(EventSource events) {
    EventReplay[] replay = new EventReplay[1];
    replay[0] =
        new EventReplay(
            ctx -> {
              if (++looked > MOST_EVENTS) {
                replay[0].stop();
              } else {
                event(ctx);
              }
            },
            (message, offset) -> {});
    try {
      replay[0].run(events);
    } catch (SourceException e) {
      // The run has told of it.
    }
    List<List<String>> lines = new ArrayList<>();
    for (int i = 0; i < differences.size(); i++) {
      lines.add(lines(i, differences.get(i)));
    }
    return lines;
  }

  private void event(MatchContext ctx) {
    watches.values().forEach(watch -> watch.event(ctx));
    for (int i = 0; i < differences.size() && i < MOST_DIFFERENCES; i++) {
      Hit hit = differences.get(i).shown();
      if (hit != null && hit.event() == ctx.eventNumber()) {
        int at = i;
        explainer
            .rule(hit.rule())
            .ifPresent(rule -> found.put(at, HitLines.of(differences.get(at), rule.explain(ctx))));
      }
    }
  }

  private List<String> lines(int at, Difference difference) {
    RuleWatch watch = watches.get(at);
    if (watch != null) {
      return watch.lines();
    }
    if (difference instanceof Difference.Missing) {
      return at < MOST_DIFFERENCES
          ? List.of("the rule is about other events: those of the case are of source " + source)
          : List.of();
    }
    return found.getOrDefault(at, List.of());
  }
}
