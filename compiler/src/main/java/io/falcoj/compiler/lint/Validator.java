package io.falcoj.compiler.lint;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.diag.Diagnostics;

/** Looks at one rule and reports. */
interface Validator {
  void check(TypedRule rule, Diagnostics diagnostics);
}
