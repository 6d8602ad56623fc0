package io.falcoj.testkit.coverage;

import io.falcoj.compiler.decl.RuleDef;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule with its condition.
 *
 * @param file that of the rule's definition
 * @param line of its name, from 1
 * @param positive passing cases in which it fires
 * @param negative passing cases in which it is shown events and matches none
 */
public record CoveredRule(
    RuleDef rule, String file, int line, int positive, int negative, CoveredClause condition) {
  public Sides sides() {
    return condition.sides();
  }

  /** Whether passing cases show both that it fires and that it stays silent. */
  public boolean tested() {
    return positive > 0 && negative > 0;
  }

  /** The checks of its condition of which a side was not seen in this rule, in their order. */
  public List<CoveredCheck> missing() {
    List<CoveredCheck> found = new ArrayList<>();
    collect(condition, found);
    return found;
  }

  private void collect(CoveredClause part, List<CoveredCheck> found) {
    if (part.counts()) {
      CoveredCheck check =
          CoveredCheck.of(part.clause(), part.seenTrue(), part.seenFalse(), List.of(rule.name()));
      if (!check.missing().isEmpty()) {
        found.add(check);
      }
    }
    part.clauses().forEach(below -> collect(below, found));
  }

  CoveredRule in(String otherName) {
    return new CoveredRule(rule, otherName, line, positive, negative, condition);
  }

  CoveredRule plus(CoveredRule other) {
    return new CoveredRule(
        rule,
        file,
        line,
        positive + other.positive,
        negative + other.negative,
        condition.plus(other.condition));
  }
}
