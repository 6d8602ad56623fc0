package io.falcoj.testkit.coverage.probe;

import io.falcoj.compiler.interp.IrInterpreter;
import io.falcoj.compiler.ir.Counter;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.runtime.abi.MatchContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Outcomes of checks for one event: equal ones of several rules are evaluated once. */
final class LeafValues {
  private final IrInterpreter interpreter = new IrInterpreter();
  private final Map<Pred, Integer> known = new HashMap<>();
  private final List<Pred> preds = new ArrayList<>();
  private long[] evaluated = new long[256];
  private boolean[] values = new boolean[256];
  private long event;

  /** Number of the check, by which it is asked for. */
  int add(Pred pred) {
    Integer before = Counter.isReadBy(pred) ? null : known.get(pred);
    if (before != null) {
      return before;
    }
    int id = preds.size();
    preds.add(pred);
    if (!Counter.isReadBy(pred)) {
      known.put(pred, id);
    }
    if (id == evaluated.length) {
      evaluated = Arrays.copyOf(evaluated, 2 * id);
      values = Arrays.copyOf(values, 2 * id);
    }
    return id;
  }

  /** Forgets the event before. */
  void begin() {
    event++;
  }

  boolean holds(int id, MatchContext ctx) {
    if (evaluated[id] != event) {
      evaluated[id] = event;
      values[id] = interpreter.holds(preds.get(id), ctx);
    }
    return values[id];
  }
}
