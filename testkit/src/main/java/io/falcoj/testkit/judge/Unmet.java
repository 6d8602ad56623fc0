package io.falcoj.testkit.judge;

import io.falcoj.testkit.suite.Expectation.FieldDemand;
import java.util.List;

/**
 * The demands of an expectation that an alert does not meet.
 *
 * @param priority whether its priority is another one
 * @param fields those that have other values
 * @param output whether its output is not as demanded
 */
public record Unmet(boolean priority, List<FieldDemand> fields, boolean output) {
  public Unmet {
    fields = List.copyOf(fields);
  }

  /** How many there are. */
  int size() {
    return (priority ? 1 : 0) + fields.size() + (output ? 1 : 0);
  }
}
