package io.falcoj.compiler.lint;

import io.falcoj.compiler.diag.Diagnostics;

/** Looks at the rules for one kind of finding and reports. */
interface Validator {
  void check(RuleBase rules, Diagnostics diagnostics);

  /** Whether what it says of one rule can be wrong when other rules have errors. */
  default boolean needsAllRules() {
    return true;
  }
}
