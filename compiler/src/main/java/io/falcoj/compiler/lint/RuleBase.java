package io.falcoj.compiler.lint;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.clause.Clauses;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Diagnostic.Related;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.facts.PartPlace;
import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.resolve.MacroUse;
import io.falcoj.compiler.resolve.ResolvedRule;
import io.falcoj.compiler.resolve.ResolvedRules;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.syntax.ParsedRule;
import io.falcoj.compiler.syntax.ParsedRule.ParsedException;
import io.falcoj.compiler.syntax.ParsedRules;
import io.falcoj.compiler.yaml.item.RuleFile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What validators look at: the rules as written, without names, and with types. */
public final class RuleBase {
  private final List<RuleFile> files;
  private final ParsedRules parsed;
  private final ResolvedRules resolved;
  private final TypedRules typed;
  private final Clauses clauses;
  private final Map<RuleDef, ParsedRule> parsedRules = new IdentityHashMap<>();
  private final Map<RuleDef, ResolvedRule> resolvedRules = new IdentityHashMap<>();

  /** An exception that has values, and when it applies. */
  record TypedException(ParsedException parsed, Pred condition) {}

  public RuleBase(
      List<RuleFile> files, ParsedRules parsed, ResolvedRules resolved, TypedRules typed) {
    this.files = files;
    this.parsed = parsed;
    this.resolved = resolved;
    this.typed = typed;
    this.clauses = new Clauses(parsed);
    parsed.rules().forEach(rule -> parsedRules.put(rule.rule(), rule));
    resolved.rules().forEach(rule -> resolvedRules.put(rule.rule(), rule));
  }

  /** Rules without errors in order of evaluation. */
  List<TypedRule> rules() {
    return typed.rules();
  }

  /** The files as read. */
  public List<RuleFile> files() {
    return files;
  }

  /** All rules that have no errors. */
  public TypedRules typed() {
    return typed;
  }

  public ParsedRules parsed() {
    return parsed;
  }

  /** Conditions without names. */
  public ResolvedRules resolved() {
    return resolved;
  }

  /** The rule's condition without its exceptions. */
  Pred own(TypedRule rule) {
    return written(rule).isEmpty() ? rule.condition() : conjuncts(rule).get(0);
  }

  /** The exceptions that became part of the rule's condition. */
  List<TypedException> exceptions(TypedRule rule) {
    List<TypedException> exceptions = new ArrayList<>();
    for (ParsedException exception : written(rule)) {
      Not not = (Not) conjuncts(rule).get(exceptions.size() + 1);
      exceptions.add(new TypedException(exception, not.operand()));
    }
    return exceptions;
  }

  private List<ParsedException> written(TypedRule rule) {
    ParsedRule found = parsedRules.get(rule.rule());
    return found == null ? List.of() : found.exceptions();
  }

  // The resolver adds exceptions as: condition and not exception and not exception ...
  private static List<Pred> conjuncts(TypedRule rule) {
    return ((AllOf) rule.condition()).operands();
  }

  /** What a site may put into the rule's condition. */
  Placeholders placeholders(TypedRule rule) {
    return new Placeholders(clauses.of(rule));
  }

  /** How a place came into a rule's condition; empty for the rule's own text. */
  List<Related> trace(TypedRule rule, SourceSpan place) {
    ResolvedRule found = resolvedRules.get(rule.rule());
    return found == null ? List.of() : found.related(place);
  }

  /** What defines the text at a place of a rule: one of its macros, or the rule itself. */
  Object owner(TypedRule rule, SourceSpan place) {
    ResolvedRule found = resolvedRules.get(rule.rule());
    MacroUse use = found == null ? null : found.macro(place);
    return use == null ? rule.rule() : use.macro();
  }

  /** The whole part where one definition holds it, else its first check. */
  SourceSpan span(TypedRule rule, PartPlace place) {
    return owner(rule, place.first()) == owner(rule, place.last())
        ? place.first().to(place.last())
        : place.first();
  }

  /** Reports about a part of a rule's condition. */
  void report(
      TypedRule rule,
      DiagnosticCode code,
      SourceSpan place,
      String message,
      @Nullable String hint,
      List<Related> related,
      Diagnostics diagnostics) {
    List<Related> all = new ArrayList<>(related);
    all.addAll(trace(rule, place));
    diagnostics
        .within(rule.rule().context())
        .report(new Diagnostic(code, place, message, hint, all));
  }
}
