package io.falcoj.testkit.run;

import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.explain.VisibleText;
import io.falcoj.testkit.judge.Difference;
import io.falcoj.testkit.judge.Difference.Missing;
import io.falcoj.testkit.judge.Difference.Otherwise;
import io.falcoj.testkit.judge.Difference.TooMany;
import io.falcoj.testkit.judge.Difference.Unexpected;
import io.falcoj.testkit.judge.Hit;
import io.falcoj.testkit.judge.Judgement;
import io.falcoj.testkit.run.Problem.Kind;
import io.falcoj.testkit.suite.Expectation;
import io.falcoj.testkit.suite.Expectation.FieldDemand;
import io.falcoj.testkit.suite.Fixture;
import io.falcoj.testkit.suite.RuleTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Differences in words. */
final class Problems {
  /** Characters of an output that a sentence shows. */
  private static final int MOST_OUTPUT = 200;

  private final RuleTest test;
  private final List<Problem> all = new ArrayList<>();

  private Problems(RuleTest test) {
    this.test = test;
  }

  /** The events of the case end too soon. */
  static Problem of(RuleTest test, SourceException failure) {
    return new Problem(Kind.EVENTS, null, test.line(), failure.describe(), List.of());
  }

  /**
   * A case that would show nothing: it has no events, or those that are written in it are none.
   * Recordings may have damaged lines; these are warnings.
   */
  static @Nullable Problem unread(RuleTest test, Judgement judgement) {
    boolean written = test.events() instanceof Fixture.AuditEvents;
    if (judgement.refused() > 0 && written) {
      return new Problem(
          Kind.EVENTS,
          null,
          test.line(),
          judgement.refused() + " of the events cannot be judged",
          judgement.warnings());
    }
    return judgement.times().events() > 0
        ? null
        : new Problem(
            Kind.EVENTS,
            null,
            test.line(),
            "no events: nothing would be judged",
            judgement.warnings());
  }

  /**
   * The problems of a case.
   *
   * @param details for each difference what explains it; may be empty
   */
  static List<Problem> of(RuleTest test, List<Difference> differences, List<List<String>> details) {
    Problems problems = new Problems(test);
    for (int i = 0; i < differences.size(); i++) {
      problems.add(differences.get(i), i < details.size() ? details.get(i) : List.of());
    }
    return problems.all;
  }

  private void add(Difference difference, List<String> details) {
    if (difference instanceof Missing missing) {
      String got = missing.got() == 0 ? "none" : Long.toString(missing.got());
      Expectation expected = missing.expected();
      String wanted = "expected %s%s, got %s".formatted(expected.count(), demands(expected), got);
      add(Kind.MISSING, expected, wanted, details);
    } else if (difference instanceof TooMany many) {
      Expectation expected = many.expected();
      String wanted =
          "expected %s%s, got %d; %s is one too many"
              .formatted(expected.count(), demands(expected), many.got(), event(many.excess()));
      add(Kind.TOO_MANY, expected, wanted, details);
    } else if (difference instanceof Otherwise other) {
      otherwise(other, details);
    } else if (difference instanceof Unexpected unexpected) {
      Hit first = unexpected.first().get(0);
      String message =
          "rule \"%s\": %s that the case does not expect, %s: %s"
              .formatted(
                  first.rule(),
                  unexpected.count() == 1 ? "1 alert" : unexpected.count() + " alerts",
                  (unexpected.count() == 1 ? "for " : "the first for ") + event(first),
                  cut(first.message()));
      all.add(new Problem(Kind.UNEXPECTED, first.rule(), test.line(), message, details));
    }
  }

  /** One problem for all that an alert does not meet, of the kind that says most. */
  private void otherwise(Otherwise other, List<String> details) {
    Expectation expected = other.expected();
    List<String> wrong = new ArrayList<>();
    if (other.unmet().priority()) {
      String priority = other.first().priority();
      wrong.add("expected priority %s, got %s".formatted(expected.priority(), priority));
    }
    for (FieldDemand demand : other.unmet().fields()) {
      String got = other.first().fields().get(demand.field());
      wrong.add(
          "expected %s = %s, got %s".formatted(demand.field(), value(demand.value()), value(got)));
    }
    if (other.unmet().output()) {
      wrong.add("the output is not as expected");
    }
    Kind kind =
        !other.unmet().fields().isEmpty()
            ? Kind.FIELD
            : other.unmet().output() ? Kind.OUTPUT : Kind.PRIORITY;
    String events =
        other.count() == 1
            ? event(other.first())
            : other.count() + " alerts, the first for " + event(other.first());
    add(kind, expected, String.join("; ", wrong) + " (" + events + ")", details);
  }

  private void add(Kind kind, Expectation expected, String message, List<String> details) {
    all.add(
        new Problem(
            kind,
            expected.rule(),
            expected.line(),
            "rule \"" + expected.rule() + "\": " + message,
            details));
  }

  private static String demands(Expectation expected) {
    List<String> demands = new ArrayList<>();
    if (expected.priority() != null) {
      demands.add("priority " + expected.priority());
    }
    expected.fields().stream()
        .map(demand -> demand.field() + " = " + value(demand.value()))
        .forEach(demands::add);
    if (expected.output() != null) {
      demands.add(
          "an output that " + expected.output().verb() + " " + cut(expected.output().text()));
    }
    return demands.isEmpty()
        ? ""
        : demands.stream().collect(Collectors.joining(", ", " with ", ""));
  }

  private static String event(Hit hit) {
    return "event " + hit.event();
  }

  private static String value(@Nullable String value) {
    return value == null ? "<absent>" : value.isEmpty() ? "\"\"" : cut(value);
  }

  private static String cut(String text) {
    return VisibleText.of(text, MOST_OUTPUT);
  }
}
