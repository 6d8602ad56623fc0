package io.falcoj.compiler.resolve;

import io.falcoj.compiler.decl.RuleDef;
import java.util.List;
import java.util.Set;

/**
 * All rules in order of evaluation.
 *
 * @param unresolved rules whose condition was reported as an error
 * @param unusedMacros names of the macros that no rule and no other macro names
 * @param earlier the same for what was declared when each file but the last ended
 */
public record ResolvedRules(
    List<ResolvedRule> rules,
    List<RuleDef> unresolved,
    Set<String> unusedMacros,
    List<ResolvedRules> earlier) {
  public ResolvedRules {
    unresolved = List.copyOf(unresolved);
    earlier = List.copyOf(earlier);
    rules = List.copyOf(rules);
    unusedMacros = Set.copyOf(unusedMacros);
  }
}
