package io.falcoj.testkit.coverage;

import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.source.LineMap;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;

/**
 * A check as it stands in a file.
 *
 * @param line from 1
 * @param column from 1
 * @param seenTrue in how many places of conditions, times cases, it was seen to hold
 * @param seenFalse likewise not to hold
 * @param rules names of the rules that it is part of, in order of evaluation
 */
public record CoveredCheck(
    String file,
    int line,
    int column,
    String text,
    int seenTrue,
    int seenFalse,
    List<String> rules) {
  public CoveredCheck {
    rules = List.copyOf(rules);
  }

  static CoveredCheck of(Clause check, int seenTrue, int seenFalse, List<String> rules) {
    SourceSpan place = check.place();
    LineMap lines = place.file().lines();
    return new CoveredCheck(
        place.file().name(),
        lines.line(place.start()),
        lines.column(place.start()),
        check.text(),
        seenTrue,
        seenFalse,
        rules);
  }

  CoveredCheck in(String otherName) {
    return new CoveredCheck(otherName, line, column, text, seenTrue, seenFalse, rules);
  }

  public Sides sides() {
    return Sides.of(seenTrue, seenFalse);
  }

  /** What no case shows: {@code never true}, {@code never false}, {@code never evaluated}. */
  public String missing() {
    if (seenTrue > 0) {
      return seenFalse > 0 ? "" : "never false";
    }
    return seenFalse > 0 ? "never true" : "never evaluated";
  }
}
