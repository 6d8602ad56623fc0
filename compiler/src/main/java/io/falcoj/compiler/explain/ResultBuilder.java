package io.falcoj.compiler.explain;

import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.FieldExpr;
import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.explain.ClauseResult.ItemMatch;
import io.falcoj.compiler.interp.EvalTrace;
import io.falcoj.compiler.interp.IrInterpreter;
import io.falcoj.compiler.interp.SeenValue;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Load;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldException;
import io.falcoj.runtime.schema.FieldRef;
import java.util.ArrayList;
import java.util.List;

/** Lays what came out of evaluating a condition over the condition as written. */
final class ResultBuilder {
  private final IrInterpreter interpreter;
  private final ItemFinder items;
  private final String source;
  private final MatchContext ctx;

  ResultBuilder(IrInterpreter interpreter, ItemFinder items, String source, MatchContext ctx) {
    this.interpreter = interpreter;
    this.items = items;
    this.source = source;
    this.ctx = ctx;
  }

  ClauseResult build(Clause clause, EvalTrace trace, boolean decisive) {
    if (clause.kind() == Clause.Kind.CHECK) {
      List<ItemMatch> matches = items.find(clause, trace.result(), ctx);
      List<SeenValue> seen = seen(clause, trace);
      return result(clause, trace, decisive, seen, matches, List.of());
    }
    List<ClauseResult> results = new ArrayList<>();
    if (clause.isName()) {
      results.add(build(clause.clauses().get(0), trace, decisive));
    } else {
      List<EvalTrace> deciding = trace.decisive();
      boolean all = deciding.size() == trace.operands().size();
      for (int i = 0; i < clause.clauses().size(); i++) {
        EvalTrace operand = trace.operands().get(i);
        boolean decides = decisive && (all || deciding.get(0) == operand);
        results.add(build(clause.clauses().get(i), operand, decides));
      }
    }
    return result(clause, trace, decisive, List.of(), List.of(), results);
  }

  private static ClauseResult result(
      Clause clause,
      EvalTrace trace,
      boolean decisive,
      List<SeenValue> seen,
      List<ItemMatch> matches,
      List<ClauseResult> results) {
    return new ClauseResult(
        clause, trace.result(), trace.reached(), decisive, seen, matches, results);
  }

  private List<SeenValue> seen(Clause clause, EvalTrace trace) {
    if (trace.pred() instanceof EventTypeIs
        && clause.expr() instanceof BinaryCheck check
        && check.left() instanceof FieldExpr field) {
      return List.of(interpreter.see(new Load.Field(ref(field)), ctx));
    }
    List<SeenValue> seen = new ArrayList<>();
    addSeen(trace, seen);
    return seen;
  }

  /** A check can stand for several, each of which looks at the same values. */
  private static void addSeen(EvalTrace trace, List<SeenValue> seen) {
    trace.seen().stream().filter(value -> !seen.contains(value)).forEach(seen::add);
    trace.operands().forEach(operand -> addSeen(operand, seen));
  }

  private FieldRef ref(FieldExpr field) {
    FieldRef ref;
    try {
      ref = FieldCatalog.standard().resolve(field.text(), source);
    } catch (FieldException e) {
      throw new IllegalStateException("the field was resolved before: " + field.text(), e);
    }
    if (ref == null) {
      throw new IllegalStateException("the field was resolved before: " + field.text());
    }
    return ref;
  }
}
