package io.falcoj.testkit.suite;

import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alerts of one rule that a case expects. An alert counts for it only when it meets every demand.
 *
 * @param rule name
 * @param place where the name stands
 * @param min fewest alerts
 * @param max most alerts
 * @param priority spelled in any case, or null when it does not matter
 * @param fields values of fields of the alert's event
 * @param output what the rule's output must be, or null when it does not matter
 */
public record Expectation(
    String rule,
    SourceSpan place,
    int min,
    int max,
    @Nullable String priority,
    List<FieldDemand> fields,
    @Nullable OutputDemand output) {
  /**
   * A value that a field must have.
   *
   * @param field name, with its argument
   * @param place where the name stands
   * @param value as outputs show it; null for a field that must be absent
   */
  public record FieldDemand(String field, SourceSpan place, @Nullable String value) {}

  public Expectation {
    fields = List.copyOf(fields);
  }

  /** Line of the rule's name in the test file, from 1. */
  public int line() {
    return place.file().lines().line(place.start());
  }

  /** For people, e.g. {@code 2 alerts} or {@code 1 to 3 alerts}. */
  public String count() {
    if (min == max) {
      return min == 0 ? "no alert" : alerts(Integer.toString(min), min);
    }
    if (max == Integer.MAX_VALUE) {
      return alerts("at least " + min, min);
    }
    return alerts(min == 0 ? "at most " + max : min + " to " + max, max);
  }

  private static String alerts(String number, int last) {
    return number + (last == 1 ? " alert" : " alerts");
  }
}
