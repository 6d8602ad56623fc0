package io.falcoj.testkit.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which alerts differ from what a case expects.
 *
 * @param rule the rule that it is about, or null
 * @param line line in the test file of the expectation that is not met, from 1; of the case for an
 *     alert that nothing expects
 * @param message one sentence
 * @param details what explains it, line by line: a decision tree, an event's fields, a difference
 *     of texts; empty when there is nothing more to say
 */
public record Problem(
    Kind kind, @Nullable String rule, int line, String message, List<String> details) {
  /** What differs. */
  public enum Kind {
    /** Fewer alerts than expected. */
    MISSING,
    /** More alerts of a rule than its expectations take, though they meet their demands. */
    TOO_MANY,
    /** An alert of a rule that the case does not name. */
    UNEXPECTED,
    PRIORITY,
    FIELD,
    OUTPUT,
    /** The events could not be read to their end. */
    EVENTS
  }

  public Problem {
    details = List.copyOf(details);
  }
}
