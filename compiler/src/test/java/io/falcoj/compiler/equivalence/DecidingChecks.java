package io.falcoj.compiler.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.explain.ClauseResult;
import io.falcoj.compiler.explain.Explanation;

/** The checks that are said to decide do so: the others could all have come out otherwise. */
final class DecidingChecks {
  private DecidingChecks() {}

  static void assertEnough(Explanation explanation) {
    ClauseResult condition = explanation.condition();
    if (withOthersTurned(condition) != condition.result()
        || (explanation.missing() == 0) != condition.result()) {
      assertThat(explanation.condition()).as("the deciding checks do not decide").isNull();
    }
  }

  private static boolean withOthersTurned(ClauseResult part) {
    return switch (part.clause().kind()) {
      case CHECK -> part.result() == part.decisive();
      case NOT -> !withOthersTurned(part.clauses().get(0));
      case ALL_OF, ROW -> part.clauses().stream().allMatch(DecidingChecks::withOthersTurned);
      default -> part.clauses().stream().anyMatch(DecidingChecks::withOthersTurned);
    };
  }
}
