package io.falcoj.testkit.judge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert.
 *
 * @param event number of the event
 * @param timestamp nanoseconds since the epoch
 * @param message the rule's own output, without what a configuration puts around it
 * @param fields values of the fields that expectations of the rule name; null for absent ones
 */
public record Hit(
    String rule,
    String priority,
    long event,
    long timestamp,
    String message,
    Map<String, @Nullable String> fields) {
  public Hit {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
