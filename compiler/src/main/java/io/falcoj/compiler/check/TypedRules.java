package io.falcoj.compiler.check;

import java.util.List;

/** All rules in order of evaluation. */
public record TypedRules(List<TypedRule> rules) {
  public TypedRules {
    rules = List.copyOf(rules);
  }
}
