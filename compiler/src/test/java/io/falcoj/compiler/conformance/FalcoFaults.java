package io.falcoj.compiler.conformance;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Matches that a condition has in Falco only because of the conditions that were evaluated before
 * it, on the same event or on earlier ones. {@code docs/compatibility.md} names them.
 */
final class FalcoFaults {
  private static final int LISTED = 200;
  private static final Pattern OF_DESCRIPTOR = Pattern.compile("\\b(fd|fs)\\.[a-z]");

  private final Map<String, String> conditions;
  private final Set<String> behindAbspath = new HashSet<>();

  /**
   * @param conditions by id, in the order in which Falco evaluated them
   */
  FalcoFaults(Map<String, String> conditions) {
    this.conditions = conditions;
    boolean asked = false;
    for (Map.Entry<String, String> condition : conditions.entrySet()) {
      if (asked && OF_DESCRIPTOR.matcher(condition.getValue()).find()) {
        behindAbspath.add(condition.getKey());
      }
      asked |= condition.getValue().contains("evt.abspath");
    }
  }

  /**
   * Which fault explains the difference; empty for none.
   *
   * @param recorded the first matches that Falco had
   * @param relative events whose paths are relative to a directory's descriptor
   */
  String explain(String id, List<Long> ours, List<Long> recorded, Set<Long> relative) {
    if (conditions.getOrDefault(id, "").contains("evt.deltatime")) {
      return "evt.deltatime counts from the event for which this check was last evaluated";
    }
    long last = recorded.size() < LISTED ? Long.MAX_VALUE : recorded.get(LISTED - 1);
    Set<Long> difference = new HashSet<>(recorded);
    for (long number : ours) {
      if (number <= last && !difference.remove(number)) {
        difference.add(number);
      }
    }
    return behindAbspath.contains(id) && relative.containsAll(difference)
        ? "evt.abspath, asked before, made the directory the descriptor of the event"
        : "";
  }
}
