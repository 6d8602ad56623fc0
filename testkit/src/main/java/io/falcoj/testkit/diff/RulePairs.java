package io.falcoj.testkit.diff;

import io.falcoj.runtime.abi.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rule of one set is which of the other: by name; of the rest those that mean the same, or
 * say the same in description and output, were renamed.
 */
final class RulePairs {
  private RulePairs() {}

  /** In the order of the second set, those that are only in the first one at the end. */
  static List<RulePair> of(Side before, Side after) {
    Map<String, RuleInfo> old = new LinkedHashMap<>();
    before.version().rules().forEach(rule -> old.put(rule.name(), rule));
    List<RulePair> pairs = new ArrayList<>();
    for (RuleInfo rule : after.version().rules()) {
      RuleInfo same = old.remove(rule.name());
      pairs.add(new RulePair(same, rule));
    }
    for (int i = 0; i < pairs.size(); i++) {
      RuleInfo added = pairs.get(i).latest();
      if (pairs.get(i).before == null) {
        RuleInfo formerly =
            old.values().stream()
                .filter(removed -> isSame(before, removed, after, added))
                .findFirst()
                .orElse(null);
        if (formerly != null) {
          old.remove(formerly.name());
          pairs.set(i, new RulePair(formerly, added));
        }
      }
    }
    old.values().forEach(removed -> pairs.add(new RulePair(removed, null)));
    return pairs;
  }

  private static boolean isSame(Side before, RuleInfo removed, Side after, RuleInfo added) {
    if (!removed.source().equals(added.source())) {
      return false;
    }
    boolean texts =
        removed.output().equals(added.output())
            && removed.description().strip().equals(added.description().strip());
    return texts || before.means(removed.name(), after, added.name());
  }
}
