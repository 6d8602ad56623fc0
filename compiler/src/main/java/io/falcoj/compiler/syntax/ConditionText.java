package io.falcoj.compiler.syntax;

import io.falcoj.compiler.diag.ConditionPlace;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;

/**
 * The text that a condition was read from.
 *
 * @param written the condition, of a rule with its exceptions
 * @param read the same with the items of lists
 */
public record ConditionText(ScalarText written, ScalarText read) {
  /** Whether the place is in this text. */
  public boolean holds(SourceSpan place) {
    return read.indexOf(place) >= 0;
  }

  /** Where Falco counts the place, shown in {@code shown}. */
  public ConditionPlace place(SourceSpan place, ConditionText shown) {
    return ConditionPlace.at(shown.written.text(), read.text(), Math.max(0, read.indexOf(place)));
  }
}
