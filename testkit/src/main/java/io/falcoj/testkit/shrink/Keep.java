package io.falcoj.testkit.shrink;

import io.falcoj.testkit.replay.RuleAlert;
import java.util.List;

/** What of a verdict has to stay. */
public enum Keep {
  /** One alert with the text of the first one: the fields that it shows stay as they are. */
  ALERT,
  /** One alert of the rule, whatever it says. */
  RULE,
  /** Every alert of the rule with its text. */
  ALL;

  /** Number of the last event that is needed for it. */
  long last(List<RuleAlert> alerts) {
    return alerts.get(this == ALL ? alerts.size() - 1 : 0).event();
  }

  /** Whether it stays when these alerts come instead of the original ones. */
  boolean holds(List<RuleAlert> original, List<RuleAlert> alerts) {
    return switch (this) {
      case ALERT -> texts(alerts).contains(original.get(0).message());
      case RULE -> !alerts.isEmpty();
      case ALL -> texts(alerts).equals(texts(original));
    };
  }

  private static List<String> texts(List<RuleAlert> alerts) {
    return alerts.stream().map(RuleAlert::message).toList();
  }
}
