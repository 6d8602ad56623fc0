package io.falcoj.compiler.explain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What tells an event from others, for people.
 *
 * @param number {@code evt.num}
 * @param timestamp nanoseconds since the epoch
 * @param type event type, or verb of an audit event
 * @param fields who did what, by field; absent and empty ones are left out
 */
public record EventFacts(long number, long timestamp, String type, Map<String, String> fields) {
  public EventFacts {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
