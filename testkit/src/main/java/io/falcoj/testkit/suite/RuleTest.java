package io.falcoj.testkit.suite;

import java.util.List;

/**
 * One case: events and the alerts that they must give, no others.
 *
 * @param line line of the case in its file, from 1
 * @param events what is judged
 */
public record RuleTest(String name, int line, Fixture events, List<Expectation> expected) {
  public RuleTest {
    expected = List.copyOf(expected);
  }
}
