package io.falcoj.testkit.suite;

import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case: events and the alerts that they must give, no others.
 *
 * @param place where the case stands in its file
 * @param todo why it is known to fail, or null for a case that must pass
 * @param events what is judged
 */
public record RuleTest(
    String name,
    SourceSpan place,
    @Nullable String todo,
    Fixture events,
    List<Expectation> expected) {
  public RuleTest {
    expected = List.copyOf(expected);
  }

  /** Line of the case in its file, from 1. */
  public int line() {
    return place.file().lines().line(place.start());
  }

  /** Column of the case in its line, from 1. */
  public int column() {
    return place.file().lines().column(place.start());
  }
}
