package io.falcoj.compiler.interp;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.ir.Test;
import io.falcoj.runtime.abi.MatchContext;
import java.util.ArrayList;
import java.util.List;

/** Evaluates every operand of a predicate and keeps what came out. */
final class Tracer {
  private final IrInterpreter interpreter;
  private final ValueText values;
  private final MatchContext ctx;

  Tracer(IrInterpreter interpreter, LoadReader loads, MatchContext ctx) {
    this.interpreter = interpreter;
    this.values = new ValueText(loads, ctx);
    this.ctx = ctx;
  }

  EvalTrace trace(Pred pred, boolean reached) {
    if (pred instanceof AllOf all) {
      return sequence(pred, all.operands(), false, reached);
    }
    if (pred instanceof AnyOf any) {
      return sequence(pred, any.operands(), true, reached);
    }
    if (pred instanceof Not not) {
      EvalTrace operand = trace(not.operand(), reached);
      return new EvalTrace(pred, !operand.result(), reached, List.of(), List.of(operand));
    }
    return new EvalTrace(pred, interpreter.holds(pred, ctx), reached, seen(pred), List.of());
  }

  private EvalTrace sequence(Pred pred, List<Pred> operands, boolean decisive, boolean reached) {
    List<EvalTrace> traces = new ArrayList<>();
    boolean decided = false;
    for (Pred operand : operands) {
      EvalTrace trace = trace(operand, reached && !decided);
      decided |= trace.result() == decisive;
      traces.add(trace);
    }
    return new EvalTrace(pred, decided == decisive, reached, List.of(), traces);
  }

  private List<SeenValue> seen(Pred pred) {
    List<SeenValue> seen = new ArrayList<>();
    if (pred instanceof Check check) {
      see(check.load(), seen);
      see(check.test(), seen);
    } else if (pred instanceof Exists exists) {
      see(exists.load(), seen);
    }
    return seen;
  }

  private void see(Test test, List<SeenValue> seen) {
    if (test instanceof Test.NumberAgainst against) {
      see(against.right(), seen);
    } else if (test instanceof Test.TextAgainst against) {
      see(against.right(), seen);
    } else if (test instanceof Test.SearchAgainst against) {
      see(against.right(), seen);
    } else if (test instanceof Test.GlobAgainst against) {
      see(against.right(), seen);
    } else if (test instanceof Test.InField in) {
      see(in.right(), seen);
    }
  }

  private void see(Load load, List<SeenValue> seen) {
    seen.add(new SeenValue(load, values.show(load)));
  }
}
