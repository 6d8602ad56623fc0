package io.falcoj.testkit.run;

import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.output.OutputOptions;
import io.falcoj.runtime.output.render.AlertFactory;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.explain.FailureExplainer;
import io.falcoj.testkit.judge.Difference;
import io.falcoj.testkit.judge.EventTimes;
import io.falcoj.testkit.judge.Hit;
import io.falcoj.testkit.judge.Judge;
import io.falcoj.testkit.judge.Judgement;
import io.falcoj.testkit.rules.RuleSet;
import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs cases, one after the other. What they can share is kept from one to the next. */
final class Worker {
  /** Only the rule's own words: what stands around them depends on where it runs. */
  private static final OutputOptions PLAIN =
      new OutputOptions(false, true, true, true, false, true, false, "", List.of());

  private final boolean explain;
  private final Map<RuleSet, AlertFactory> alerts = new IdentityHashMap<>();
  private @Nullable RuleTestSuite suite;
  private @Nullable Judge judge;

  Worker(boolean explain) {
    this.explain = explain;
  }

  CaseResult run(RuleTestSuite of, RuleSet rules, RuleTest test) throws RulesException {
    long begin = System.nanoTime();
    Judge judging = judge(of, rules);
    try (EventSource events = Fixtures.open(test.events())) {
      Judgement judgement = judging.judge(events, test.expected());
      List<Problem> problems = problems(of, rules, test, judgement);
      return result(of, test, problems, judgement, begin);
    } catch (SourceException e) {
      List<Problem> problems = List.of(Problems.of(test, e));
      return new CaseResult(
          of,
          test,
          outcome(test, problems),
          problems,
          List.of(),
          Timeline.EMPTY,
          System.nanoTime() - begin);
    }
  }

  private Judge judge(RuleTestSuite of, RuleSet rules) throws RulesException {
    Judge known = judge;
    if (known == null || suite != of) {
      known =
          new Judge(
              rules,
              alerts(rules),
              of.matchAll(),
              of.only(),
              CaseResult.MOST_ALERTS,
              CaseResult.MOST_WARNINGS);
      suite = of;
      judge = known;
    }
    return known;
  }

  private AlertFactory alerts(RuleSet rules) throws RulesException {
    AlertFactory known = alerts.get(rules);
    if (known == null) {
      try {
        known = new AlertFactory(rules.rules(), PLAIN);
      } catch (OutputException e) {
        throw new RulesException(String.valueOf(e.getMessage()));
      }
      alerts.put(rules, known);
    }
    return known;
  }

  private List<Problem> problems(
      RuleTestSuite of, RuleSet rules, RuleTest test, Judgement judgement) throws SourceException {
    if (judgement.failure() != null) {
      return List.of(Problems.of(test, judgement.failure()));
    }
    Problem unread = Problems.unread(test, judgement);
    if (unread != null) {
      return List.of(unread);
    }
    List<Difference> differences = judgement.differences();
    if (differences.isEmpty()) {
      return List.of();
    }
    List<List<String>> details = List.of();
    if (explain && test.todo() == null) {
      try (EventSource again = Fixtures.open(test.events())) {
        details = FailureExplainer.explain(of, rules, again, differences);
      }
    }
    return Problems.of(test, differences, details);
  }

  private static Outcome outcome(RuleTest test, List<Problem> problems) {
    if (test.todo() != null) {
      return problems.isEmpty() ? Outcome.TODO_PASSED : Outcome.TODO;
    }
    if (problems.isEmpty()) {
      return Outcome.PASSED;
    }
    return problems.get(0).kind() == Problem.Kind.EVENTS ? Outcome.BROKEN : Outcome.FAILED;
  }

  private static CaseResult result(
      RuleTestSuite of, RuleTest test, List<Problem> problems, Judgement judgement, long begin) {
    EventTimes times = judgement.times();
    return new CaseResult(
        of,
        test,
        outcome(test, problems),
        problems,
        judgement.hits().stream().map(Worker::seen).toList(),
        judgement.count(),
        new Timeline(times.begin(), times.end(), times.events(), times.counts()),
        judgement.warnings(),
        System.nanoTime() - begin);
  }

  private static SeenAlert seen(Hit hit) {
    return new SeenAlert(hit.rule(), hit.priority(), hit.event(), hit.timestamp(), hit.message());
  }
}
