package io.falcoj.compiler.clause;

import io.falcoj.compiler.ast.AndExpr;
import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.OrExpr;
import io.falcoj.compiler.clause.Clause.Kind;
import io.falcoj.compiler.clause.Clause.Listing;
import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.decl.ExceptionDef.Value;
import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.syntax.ParsedRule.ParsedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Exceptions as parts of a condition: rows of values, and in them checks of the fields. */
final class ExceptionClauses {
  private final Clauses builder;
  private final Listings lists;

  ExceptionClauses(Clauses builder, Listings lists) {
    this.builder = builder;
    this.lists = lists;
  }

  /** When the exception applies. */
  Clause build(ParsedException parsed, Pred pred) {
    ExceptionDef exception = parsed.exception();
    Expr condition = parsed.condition();
    List<Clause> parts =
        exception.single()
            ? List.of(single(exception, condition, pred))
            : rows(exception, condition, pred);
    return new Clause(
        Kind.EXCEPTION,
        exception.name(),
        exception.span(),
        List.of(),
        List.of(),
        condition,
        pred,
        parts);
  }

  private Clause single(ExceptionDef exception, Expr expr, Pred pred) {
    String values =
        exception.values().stream().map(ExceptionClauses::text).collect(Collectors.joining(", "));
    String text = text(exception, 0) + " (" + values + ")";
    return check(text, expr, expr.span(), pred, lists.values(exception));
  }

  // One row is no alternative: then its checks stand there, or its only check. A value can hold
  // operators and brackets of its own, which make something else of rows and checks.
  private List<Clause> rows(ExceptionDef exception, Expr condition, Pred pred) {
    List<Value> values = exception.values();
    if (values.size() == 1) {
      return List.of(row(exception, values.get(0), condition, pred));
    }
    if (!(condition instanceof OrExpr or) || or.operands().size() != values.size()) {
      return List.of(builder.clause(condition, pred, CheckText.NONE));
    }
    List<Expr> exprs = or.operands();
    List<Pred> preds = ((AnyOf) pred).operands();
    List<Clause> rows = new ArrayList<>();
    for (int i = 0; i < exprs.size(); i++) {
      rows.add(row(exception, values.get(i), exprs.get(i), preds.get(i)));
    }
    return rows;
  }

  private Clause row(ExceptionDef exception, Value values, Expr expr, Pred pred) {
    List<Clause> checks = new ArrayList<>();
    if (values.items().size() == 1) {
      checks.add(check(exception, 0, values, expr, pred));
    } else if (!(expr instanceof AndExpr and) || and.operands().size() != values.items().size()) {
      checks.add(builder.clause(expr, pred, CheckText.NONE));
    } else {
      List<Expr> exprs = and.operands();
      List<Pred> preds = ((AllOf) pred).operands();
      for (int i = 0; i < exprs.size(); i++) {
        checks.add(check(exception, i, values, exprs.get(i), preds.get(i)));
      }
    }
    SourceSpan place = values.span(exception.span());
    return new Clause(Kind.ROW, "", place, List.of(), List.of(), expr, pred, checks);
  }

  private Clause check(ExceptionDef exception, int field, Value row, Expr expr, Pred pred) {
    if (!(expr instanceof BinaryCheck)) {
      return builder.clause(expr, pred, CheckText.NONE);
    }
    Value value = row.items().get(field);
    String text = text(exception, field) + " " + text(value);
    SourceSpan place = value.span(row.span(exception.span()));
    return check(text, expr, place, pred, lists.named(text));
  }

  private static Clause check(
      String text, Expr expr, SourceSpan place, Pred pred, List<Listing> listings) {
    String line = CheckText.oneLine(text);
    return new Clause(Kind.CHECK, line, place, List.of(), listings, expr, pred, List.of());
  }

  private static String text(ExceptionDef exception, int field) {
    return exception.fields().get(field).text() + " " + exception.comps().get(field).text();
  }

  private static String text(Value value) {
    ScalarText text = value.text();
    return text != null
        ? text.text()
        : value.items().stream()
            .map(ExceptionClauses::text)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
