package io.falcoj.runtime.bundle;

import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.pushdown.PushdownPlan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that passed every check and was linked.
 *
 * @param ruleSets the compiled rules by event source
 * @param pushdown which events the rules need; {@link PushdownPlan#NONE} when it does not say
 */
public record Bundle(
    BundleManifest manifest, Map<String, CompiledRuleSet> ruleSets, PushdownPlan pushdown) {
  public Bundle {
    ruleSets = Map.copyOf(ruleSets);
  }

  /** All rules; a rule's index is its place in this list. */
  public List<RuleInfo> rules() {
    return manifest.rules();
  }

  /** The rules for events of that source, or null when the bundle has none. */
  public @Nullable CompiledRuleSet ruleSet(String source) {
    return ruleSets.get(source);
  }
}
