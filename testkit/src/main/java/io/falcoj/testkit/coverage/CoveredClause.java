package io.falcoj.testkit.coverage;

import io.falcoj.compiler.clause.Clause;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a rule's condition and how many cases showed it. Counts are those of checks; of other
 * parts they are 0.
 *
 * @param constant a check with the same outcome for every event: nothing is asked of it
 * @param seenTrue cases in which the check held for some event
 * @param seenFalse cases in which it did not
 */
public record CoveredClause(
    Clause clause, boolean constant, int seenTrue, int seenFalse, List<CoveredClause> clauses) {
  public CoveredClause {
    clauses = List.copyOf(clauses);
  }

  /** True for a check that cases must show from both sides. */
  public boolean counts() {
    return clause.kind() == Clause.Kind.CHECK && !constant;
  }

  /** Of all checks below. */
  public Sides sides() {
    Sides sides = counts() ? Sides.of(seenTrue, seenFalse) : Sides.NONE;
    for (CoveredClause part : clauses) {
      sides = sides.plus(part.sides());
    }
    return sides;
  }

  /** The same condition in another rule set, whose cases count as well. */
  CoveredClause plus(CoveredClause other) {
    List<CoveredClause> parts = new ArrayList<>();
    for (int i = 0; i < clauses.size(); i++) {
      parts.add(clauses.get(i).plus(other.clauses.get(i)));
    }
    return new CoveredClause(
        clause, constant, seenTrue + other.seenTrue, seenFalse + other.seenFalse, parts);
  }
}
