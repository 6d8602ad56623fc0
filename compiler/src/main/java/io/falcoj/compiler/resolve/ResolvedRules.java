package io.falcoj.compiler.resolve;

import java.util.List;

/** All rules in order of evaluation. */
public record ResolvedRules(List<ResolvedRule> rules) {
  public ResolvedRules {
    rules = List.copyOf(rules);
  }
}
