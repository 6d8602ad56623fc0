package io.falcoj.compiler.check;

import io.falcoj.compiler.check.RuleFindings.Part;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.ConditionPlace;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.FalcoForm;
import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.resolve.ResolvedRule;
import io.falcoj.compiler.resolve.ResolvedRules;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.template.OutputTemplate;
import io.falcoj.runtime.template.TemplateException;
import io.falcoj.runtime.template.TemplateParser;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Checks all rules; a rule with errors is reported and left out. */
public final class TypeChecker {
  /** Replaced by nothing, as Falco does ({@code userspace/engine/rule_loader_compiler.cpp}). */
  private static final String CONTAINER_INFO = "%container.info";

  private static final String CONTAINER_INFO_DEPRECATED =
      "%container.info is deprecated and no more useful, and will be dropped by Falco 1.0.0. The"
          + " container plugin will automatically add required fields to the output message.";

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
    String output = checkOutput(rule, findings);
    findings.enter(Part.CONDITION);
    ConditionTyper typer = new ConditionTyper(catalog, rule.source(), oldForms, findings);
    Pred condition = resolved.condition().accept(typer);
    CheckException first = findings.first();
    RuleFindings.Finding problem = findings.firstFinding();
    if (first != null && problem != null && rule.skipIfUnknownFilter() && first.isUnknownName()) {
      Diagnostic left =
          new Diagnostic(
                  DiagnosticCode.UNKNOWN_FILTER,
                  first.span(),
                  first.text(),
                  first.hint() == null ? "the rule is left out" : first.hint(),
                  List.of())
              .as(problem.diagnostic().falco());
      report(new RuleFindings.Finding(problem.part(), left, problem.check()), resolved);
      return;
    }
    for (RuleFindings.Finding finding : findings.found()) {
      report(finding, resolved);
    }
    if (first == null) {
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
    if (sources.contains(rule.source()) && !rule.skipIfUnknownFilter()) {
      RuleFindings findings = new RuleFindings();
      checkOutput(rule, findings);
      findings.found().forEach(f -> within(rule, f.part()).report(f.diagnostic()));
    }
  }

  private Diagnostics within(RuleDef rule, Part part) {
    List<Location> locations = new ArrayList<>(rule.context());
    if (part == Part.OUTPUT) {
      locations.add(new Location("rule output", "", rule.output().begin()));
    } else if (part == Part.CONDITION) {
      locations.add(new Location("rule condition", "", rule.condition().begin()));
    }
    return diagnostics.within(locations);
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
    within(rule.rule(), finding.part()).report(found);
  }

  /** Falco looks for the names as parts of the text. */
  private void findDeprecated(RuleDef rule, RuleFindings findings) {
    for (FieldDef field : catalog.all()) {
      int at = RuleFindings.isDeprecated(field) ? rule.output().text().indexOf(field.name()) : -1;
      if (at >= 0) {
        findings.deprecated(field.name(), rule.output().span(at, at + field.name().length()));
      }
    }
  }

  /** Checks the template; returns it without what no engine prints any more. */
  private String checkOutput(RuleDef rule, RuleFindings findings) {
    ScalarText output = withoutContainerInfo(rule.output(), findings);
    findings.enter(Part.OUTPUT);
    if (output.text().isEmpty()) {
      findings.fail(
          CheckException.output(rule.output().span(), "the output is empty")
              .falco("empty formatting token"));
      return output.text();
    }
    findDeprecated(rule, findings);
    OutputTemplate template =
        TemplateParser.check(
            output.text(), catalog, rule.source(), e -> findings.fail(badOutput(output, e)));
    for (FieldRef field : template.fields()) {
      findings.print(field);
    }
    return output.text();
  }

  private static CheckException badOutput(ScalarText output, TemplateException e) {
    SourceSpan place = output.span(e.start(), e.end());
    return e.isUnknown()
        ? CheckException.unknown(DiagnosticCode.BAD_OUTPUT, place, e.problem(), e.hint())
            .falco("unknown filter: unexpected token after '")
        : CheckException.output(place, e.problem())
            .falco("invalid formatting syntax: " + e.problem());
  }

  private static ScalarText withoutContainerInfo(ScalarText output, RuleFindings findings) {
    List<ScalarText> kept = new ArrayList<>();
    int end = 0;
    for (int at = find(output, end); at >= 0; at = find(output, end)) {
      kept.add(output.slice(end, at));
      end = at + CONTAINER_INFO.length();
    }
    if (end == 0) {
      return output;
    }
    int first = find(output, 0);
    findings.warn(
        new Diagnostic(
                DiagnosticCode.DEPRECATED_ITEM,
                output.span(first, first + CONTAINER_INFO.length()),
                CONTAINER_INFO + " no longer prints anything",
                "leave it out: the container's fields are appended to every output",
                List.of())
            .as(FalcoForm.SAME.withMessage(CONTAINER_INFO_DEPRECATED)));
    kept.add(output.slice(end, output.text().length()));
    return ScalarText.join(kept);
  }

  private static int find(ScalarText output, int from) {
    return output.text().indexOf(CONTAINER_INFO, from);
  }
}
