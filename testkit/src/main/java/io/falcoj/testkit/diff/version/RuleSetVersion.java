package io.falcoj.testkit.diff.version;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.bundle.Bundle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of two rule sets.
 *
 * @param label as the user named it
 * @param bundle compiled and linked
 * @param checked what the rule files say; null for a bundle without its sources
 */
public record RuleSetVersion(String label, Bundle bundle, @Nullable CheckedRules checked) {
  /** The rules in order of evaluation. */
  public List<RuleInfo> rules() {
    return bundle.rules();
  }
}
