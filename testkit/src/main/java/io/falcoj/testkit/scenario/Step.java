package io.falcoj.testkit.scenario;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One call and what it returned.
 *
 * @param tid thread that makes the call
 * @param event name of the event type, e.g. {@code openat}, or of a system call without one
 * @param values parameters by the names of the event table; {@code returns} is the first one, which
 *     holds the result, and {@code path} the first path. What is left out follows from the process,
 *     or is zero or empty
 * @param pause time since the step before
 */
public record Step(long tid, String event, Map<String, Value> values, Duration pause) {
  /** Names the result, whatever the event calls it. */
  public static final String RESULT = "returns";

  /** Names the first path, whatever the event calls it. */
  public static final String PATH = "path";

  /** Time before a step that says nothing of it. */
  public static final Duration PAUSE = Duration.ofMillis(10);

  public Step {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
