package io.falcoj.testkit.diff;

import io.falcoj.runtime.abi.RuleInfo;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A rule in both sets, or in one, with what the fixtures say about it. */
final class RulePair {
  final @Nullable RuleInfo before;
  final @Nullable RuleInfo after;
  final Tally lost = new Tally();
  final Tally gained = new Tally();
  final Tally both = new Tally();
  final Map<String, Tally> taken = new TreeMap<>();

  RulePair(@Nullable RuleInfo before, @Nullable RuleInfo after) {
    this.before = before;
    this.after = after;
  }

  /** The rule as it is now, or as it was last. */
  RuleInfo latest() {
    return after != null ? after : Objects.requireNonNull(before);
  }

  String name() {
    return latest().name();
  }

  boolean isInBoth() {
    return before != null && after != null;
  }
}
