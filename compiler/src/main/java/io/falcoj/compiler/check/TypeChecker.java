package io.falcoj.compiler.check;

import io.falcoj.compiler.check.condition.ConditionTyper;
import io.falcoj.compiler.check.condition.OldForms;
import io.falcoj.compiler.check.condition.RuleFindings;
import io.falcoj.compiler.check.condition.RuleFindings.Part;
import io.falcoj.compiler.check.condition.StaticEventTypes;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.ConditionPlace;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.resolve.ResolvedRule;
import io.falcoj.compiler.resolve.ResolvedRules;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.runtime.schema.FieldCatalog;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Checks all rules; a rule with errors is reported and left out. */
public final class TypeChecker {
  private final FieldCatalog catalog;
  private final Set<String> sources;
  private final OldForms oldForms;
  private final Diagnostics diagnostics;

  private TypeChecker(
      FieldCatalog catalog, Set<String> sources, OldForms oldForms, Diagnostics diagnostics) {
    this.catalog = catalog;
    this.sources = sources;
    this.oldForms = oldForms;
    this.diagnostics = diagnostics;
  }

  /**
   * Checks rules.
   *
   * @param sources event sources that are known; rules of others are dropped with a warning
   * @param mayBeOld whether a rule file may have been written for a Falco before 0.32
   * @param isOld whether it says so
   */
  public static TypedRules check(
      ResolvedRules rules,
      FieldCatalog catalog,
      Set<String> sources,
      Predicate<SourceFile> mayBeOld,
      Predicate<SourceFile> isOld,
      Diagnostics diagnostics) {
    TypeChecker checker =
        new TypeChecker(catalog, sources, new OldForms(mayBeOld, isOld), diagnostics);
    for (int i = 0; i < rules.earlier().size(); i++) {
      boolean last = i == rules.earlier().size() - 1;
      checker.checkChanged(rules.earlier().get(i), last ? rules : rules.earlier().get(i + 1));
    }
    List<TypedRule> typed = new ArrayList<>();
    for (ResolvedRule rule : rules.rules()) {
      checker.check(rule, typed);
    }
    rules.unresolved().forEach(checker::checkOutputAlone);
    return new TypedRules(typed);
  }

  /** Errors in rules that the next file changed: Falco met them before it read that file. */
  private void checkChanged(ResolvedRules before, ResolvedRules after) {
    Map<RuleDef, ResolvedRule> kept = new IdentityHashMap<>();
    after.rules().forEach(rule -> kept.put(rule.rule(), rule));
    for (ResolvedRule rule : before.rules()) {
      ResolvedRule same = kept.get(rule.rule());
      if (same == null || !same.condition().equals(rule.condition())) {
        Diagnostics found = new Diagnostics();
        new TypeChecker(catalog, sources, oldForms, found).check(rule, new ArrayList<>());
        found.reported().stream()
            .filter(d -> d.severity() == Severity.ERROR)
            .forEach(diagnostics::report);
      }
    }
  }

  private void check(ResolvedRule resolved, List<TypedRule> typed) {
    RuleDef rule = resolved.rule();
    if (!sources.contains(rule.source())) {
      return;
    }
    RuleFindings findings = new RuleFindings();
    String output = OutputChecker.check(rule, catalog, findings);
    findings.enter(Part.CONDITION);
    ConditionTyper typer = new ConditionTyper(catalog, rule.source(), oldForms, findings);
    Pred condition = resolved.condition().accept(typer);
    boolean leftOut = rule.skipIfUnknownFilter() && findings.isUnknownFirst();
    for (RuleFindings.Finding finding : leftOut ? findings.ofLeftOut() : findings.found()) {
      report(finding, resolved);
    }
    if (findings.first() == null) {
      typed.add(
          new TypedRule(
              rule,
              condition,
              output,
              StaticEventTypes.of(resolved.condition()),
              findings.fields()));
    }
  }

  /** Of a rule whose condition could not be read. */
  private void checkOutputAlone(RuleDef rule) {
    if (sources.contains(rule.source())) {
      RuleFindings findings = new RuleFindings();
      OutputChecker.check(rule, catalog, findings);
      if (!rule.skipIfUnknownFilter() || !findings.isUnknownFirst()) {
        findings.found().forEach(f -> f.part().in(rule, diagnostics).report(f.diagnostic()));
      }
    }
  }

  /** With the macros through which the place came into the rule. */
  private void report(RuleFindings.Finding finding, ResolvedRule rule) {
    Diagnostic found = finding.diagnostic().with(rule.related(finding.diagnostic().span()));
    if (finding.part() == Part.CONDITION) {
      SourceSpan check = finding.check();
      boolean whole =
          check == null
              || found.code() == DiagnosticCode.DEPRECATED_FIELD
              || found.code() == DiagnosticCode.UNSAFE_NA_CHECK;
      ConditionPlace place =
          whole
              ? ConditionPlace.whole(rule.text().written().text())
              : rule.falcoPlace(Objects.requireNonNull(check));
      found = found.as(found.falco().withPlace(place));
    }
    finding.part().in(rule.rule(), diagnostics).report(found);
  }
}
