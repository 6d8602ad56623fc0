package io.falcoj.compiler.resolve;

import java.util.List;
import java.util.Set;

/**
 * All rules in order of evaluation.
 *
 * @param unusedMacros names of the macros that no rule and no other macro names
 */
public record ResolvedRules(List<ResolvedRule> rules, Set<String> unusedMacros) {
  public ResolvedRules {
    rules = List.copyOf(rules);
    unusedMacros = Set.copyOf(unusedMacros);
  }
}
