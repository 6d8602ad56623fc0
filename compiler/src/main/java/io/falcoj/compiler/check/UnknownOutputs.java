package io.falcoj.compiler.check;

import io.falcoj.compiler.check.condition.RuleFindings;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.runtime.schema.FieldCatalog;
import java.util.function.Predicate;

/**
 * Rules that ask to be left out where a field is unknown, and whose output names one. Falco does
 * not read their conditions.
 */
public final class UnknownOutputs implements Predicate<RuleDef> {
  private final FieldCatalog catalog;
  private final Diagnostics diagnostics;

  public UnknownOutputs(FieldCatalog catalog, Diagnostics diagnostics) {
    this.catalog = catalog;
    this.diagnostics = diagnostics;
  }

  /** True when the rule is left out, which is reported. */
  @Override
  public boolean test(RuleDef rule) {
    if (!rule.skipIfUnknownFilter()) {
      return false;
    }
    RuleFindings findings = new RuleFindings();
    OutputChecker.check(rule, catalog, findings);
    if (!findings.isUnknownFirst()) {
      return false;
    }
    findings.ofLeftOut().forEach(f -> f.part().in(rule, diagnostics).report(f.diagnostic()));
    return true;
  }
}
