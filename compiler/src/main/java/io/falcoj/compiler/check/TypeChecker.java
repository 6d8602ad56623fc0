package io.falcoj.compiler.check;

import io.falcoj.compiler.check.RuleFindings.Part;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.resolve.ResolvedRule;
import io.falcoj.compiler.resolve.ResolvedRules;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.template.OutputTemplate;
import io.falcoj.runtime.template.TemplateException;
import io.falcoj.runtime.template.TemplateParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Checks all rules; a rule with errors is reported and left out. */
public final class TypeChecker {
  /** Replaced by nothing, as Falco does ({@code userspace/engine/rule_loader_compiler.cpp}). */
  private static final String CONTAINER_INFO = "%container.info";

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
    List<TypedRule> typed = new ArrayList<>();
    for (ResolvedRule rule : rules.rules()) {
      checker.check(rule, typed);
    }
    return new TypedRules(typed);
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
    if (first != null && rule.skipIfUnknownFilter() && first.isUnknownName()) {
      within(rule, findings.firstPart())
          .report(
              new Diagnostic(
                  DiagnosticCode.UNKNOWN_FILTER,
                  first.span(),
                  first.text(),
                  first.hint() == null ? "the rule is left out" : first.hint(),
                  resolved.related(first.span())));
      return;
    }
    for (RuleFindings.Finding finding : findings.found()) {
      within(rule, finding.part()).report(traced(finding.diagnostic(), resolved));
    }
    if (first == null) {
      typed.add(
          new TypedRule(
              rule, condition, output, StaticEventTypes.of(condition), findings.fields()));
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
  private static Diagnostic traced(Diagnostic found, ResolvedRule rule) {
    return new Diagnostic(
        found.code(), found.span(), found.message(), found.hint(), rule.related(found.span()));
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
    String text = rule.output().text();
    if (text.contains(CONTAINER_INFO)) {
      findings.warn(
          DiagnosticCode.DEPRECATED_ITEM,
          rule.output().span(),
          "%container.info no longer prints anything",
          "leave it out: the container's fields are appended to every output");
      text = text.replace(CONTAINER_INFO, "");
    }
    findings.enter(Part.OUTPUT);
    findDeprecated(rule, findings);
    try {
      OutputTemplate template = TemplateParser.parse(text, catalog, rule.source());
      for (FieldRef field : template.fields()) {
        findings.print(field);
      }
    } catch (TemplateException e) {
      int at = Math.min(e.offset(), text.length());
      findings.fail(
          CheckException.unknown(
              DiagnosticCode.BAD_OUTPUT,
              rule.output().span(at, Math.min(at + 1, text.length())),
              String.valueOf(e.getMessage()),
              null));
    }
    return text;
  }
}
