package io.falcoj.compiler.explain;

import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.NotExpr;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.check.condition.StaticEventTypes;
import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.explain.Explanation.Gate;
import io.falcoj.compiler.interp.IrInterpreter;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.EventTable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Tells which checks keep events of a type from a rule. */
final class GateFinder {
  private final TypedRule rule;
  private final Clause condition;
  private final List<String> types;

  GateFinder(TypedRule rule, Clause condition) {
    this.rule = rule;
    this.condition = condition;
    this.types = types(rule);
  }

  private static List<String> types(TypedRule rule) {
    EventTable table = EventTable.standard();
    boolean calls = rule.rule().source().equals(EventSources.SYSCALL);
    if (!calls || rule.eventCodes().cardinality() >= table.size()) {
      return List.of();
    }
    TreeSet<String> names = new TreeSet<>();
    rule.eventCodes().stream().forEach(code -> names.add(table.all().get(code).name()));
    return List.copyOf(names);
  }

  Gate find(MatchContext ctx) {
    if (IrInterpreter.isShown(rule, ctx)) {
      return new Gate(true, types, List.of());
    }
    List<Clause> deciding = new ArrayList<>();
    find(condition, false, ctx.eventCode(), deciding);
    return new Gate(false, types, deciding);
  }

  // Asked part by part: a conjunction leaves out what any of its parts leaves out, an alternative
  // what all of them do, and below a negation the other way round.
  private static void find(Clause clause, boolean negated, int code, List<Clause> found) {
    if (clause.clauses().isEmpty()) {
      found.add(clause);
    } else if (clause.kind() == Clause.Kind.NOT) {
      find(clause.clauses().get(0), !negated, code, found);
    } else {
      for (Clause part : clause.clauses()) {
        if (!allows(part, negated, code)) {
          find(part, negated, code, found);
          if (intersects(clause, negated)) {
            return;
          }
        }
      }
    }
  }

  private static boolean allows(Clause clause, boolean negated, int code) {
    Expr expr = clause.expr();
    if (clause.clauses().isEmpty()) {
      return StaticEventTypes.of(negated ? new NotExpr(expr, expr.span()) : expr).get(code);
    }
    if (clause.kind() == Clause.Kind.NOT) {
      return allows(clause.clauses().get(0), !negated, code);
    }
    return intersects(clause, negated)
        ? clause.clauses().stream().allMatch(part -> allows(part, negated, code))
        : clause.clauses().stream().anyMatch(part -> allows(part, negated, code));
  }

  private static boolean intersects(Clause clause, boolean negated) {
    return (clause.kind() == Clause.Kind.ALL_OF || clause.kind() == Clause.Kind.ROW) != negated;
  }
}
