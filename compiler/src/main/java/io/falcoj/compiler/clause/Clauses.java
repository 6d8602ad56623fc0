package io.falcoj.compiler.clause;

import io.falcoj.compiler.ast.AndExpr;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.IdentifierExpr;
import io.falcoj.compiler.ast.NotExpr;
import io.falcoj.compiler.ast.OrExpr;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.clause.Clause.Kind;
import io.falcoj.compiler.clause.Clause.Listing;
import io.falcoj.compiler.decl.MacroDef;
import io.falcoj.compiler.decl.Revision;
import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.syntax.ParsedRule;
import io.falcoj.compiler.syntax.ParsedRules;
import io.falcoj.compiler.syntax.ParsedRules.ParsedMacro;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lays a condition as written over the typed one. Resolving and typing keep the shape of trees: a
 * macro's tree stands where its name stood, and exceptions stand behind the condition.
 */
public final class Clauses {
  private final Map<String, ParsedRule> rules = new HashMap<>();
  private final Map<String, ParsedMacro> macros = new HashMap<>();
  private final Listings lists;
  private final ExceptionClauses exceptions;

  /** Of the rules as written. */
  public Clauses(ParsedRules parsed) {
    parsed.rules().forEach(rule -> rules.put(rule.rule().name(), rule));
    parsed.macros().forEach(macro -> macros.put(macro.macro().name(), macro));
    this.lists = new Listings(parsed.catalog().lists());
    this.exceptions = new ExceptionClauses(this, lists);
  }

  /**
   * The whole condition of one of the rules, exceptions included; optimised it has no such form.
   */
  public Clause of(TypedRule typed) {
    ParsedRule rule = Objects.requireNonNull(rules.get(typed.rule().name()), "rules are parsed");
    Pred condition = typed.condition();
    CheckText text =
        new CheckText(rule.rule().condition(), Revision.effective(rule.rule().revisions()));
    if (rule.exceptions().isEmpty()) {
      return clause(rule.condition(), condition, text);
    }
    List<Expr> exprs = ((AndExpr) rule.condition()).operands();
    List<Pred> preds = ((AllOf) condition).operands();
    List<Clause> clauses = new ArrayList<>();
    clauses.add(clause(exprs.get(0), preds.get(0), text));
    for (int i = 0; i < rule.exceptions().size(); i++) {
      Not not = (Not) preds.get(i + 1);
      Clause applies = exceptions.build(rule.exceptions().get(i), not.operand());
      clauses.add(group(Kind.NOT, exprs.get(i + 1), not, List.of(applies)));
    }
    return group(Kind.ALL_OF, rule.condition(), condition, clauses);
  }

  /**
   * Names of the lists through which an item came into a check, from the one that the check names
   * to the one in which the item stands; empty for an item that is written in the check.
   */
  public List<String> lists(Clause check, SourceSpan item) {
    return lists.path(check.text(), item);
  }

  Clause clause(Expr expr, Pred pred, CheckText text) {
    if (expr instanceof AndExpr and) {
      return group(Kind.ALL_OF, expr, pred, all(and.operands(), ((AllOf) pred).operands(), text));
    }
    if (expr instanceof OrExpr or) {
      return group(Kind.ANY_OF, expr, pred, all(or.operands(), ((AnyOf) pred).operands(), text));
    }
    if (expr instanceof NotExpr not) {
      Clause operand = clause(not.operand(), ((Not) pred).operand(), text);
      return group(Kind.NOT, expr, pred, List.of(operand));
    }
    return expr instanceof IdentifierExpr name ? macro(name, pred) : check(expr, pred, text);
  }

  private List<Clause> all(List<Expr> exprs, List<Pred> preds, CheckText text) {
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < exprs.size(); i++) {
      clauses.add(clause(exprs.get(i), preds.get(i), text));
    }
    return clauses;
  }

  private Clause macro(IdentifierExpr name, Pred pred) {
    ParsedMacro parsed = Objects.requireNonNull(macros.get(name.name()), "macros are resolved");
    MacroDef macro = parsed.macro();
    CheckText text = new CheckText(macro.condition(), Revision.effective(macro.revisions()));
    Clause body = clause(Objects.requireNonNull(parsed.condition()), pred, text);
    return new Clause(
        Kind.MACRO,
        macro.name(),
        macro.span(),
        text.revisions(),
        List.of(),
        name,
        pred,
        List.of(body));
  }

  private Clause check(Expr expr, Pred pred, CheckText text) {
    String written = text.of(expr);
    List<Listing> listings = lists.named(written);
    return new Clause(
        Kind.CHECK,
        written,
        expr.span(),
        text.origins(expr.span()),
        listings,
        expr,
        pred,
        List.of());
  }

  static Clause group(Kind kind, Expr expr, Pred pred, List<Clause> clauses) {
    return new Clause(kind, "", expr.span(), List.of(), List.of(), expr, pred, clauses);
  }
}
