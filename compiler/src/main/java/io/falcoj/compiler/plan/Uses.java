package io.falcoj.compiler.plan;

import io.falcoj.compiler.dispatch.Decision;
import io.falcoj.compiler.dispatch.Decision.Among;
import io.falcoj.compiler.dispatch.Decision.Apart;
import io.falcoj.compiler.dispatch.Decision.Run;
import io.falcoj.compiler.dispatch.Decision.When;
import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;

/** Counts from how many places of some decisions each predicate may be asked for one event. */
final class Uses {
  private final Map<Pred, Integer> counts = new IdentityHashMap<>();
  private final List<Pred> preds = new ArrayList<>();

  /** Counts a list of decisions whose predicates are canonical. */
  static Uses of(List<Decision> decisions) {
    Uses uses = new Uses();
    uses.count(decisions);
    return uses;
  }

  private void count(List<Decision> decisions) {
    for (Decision decision : decisions) {
      if (decision instanceof Run run) {
        count(run.condition());
      } else if (decision instanceof When when) {
        count(when.guard());
        count(when.then());
      } else if (decision instanceof Apart apart) {
        count(apart.steps());
      } else {
        // A value finds one of the sets.
        Uses most = new Uses();
        ((Among) decision).sets().forEach(set -> most.merge(of(set), Math::max));
        add(most);
      }
    }
  }

  /** A predicate whose result is remembered asks its operands once, others as often as asked. */
  private void count(Pred pred) {
    int count = merge(pred, 1, Math::addExact);
    if (pred instanceof Not not) {
      count(not.operand());
    } else if (count == 1 && pred instanceof AllOf all) {
      all.operands().forEach(this::count);
    } else if (count == 1 && pred instanceof AnyOf any) {
      any.operands().forEach(this::count);
    }
  }

  private int merge(Pred pred, int count, IntBinaryOperator how) {
    Integer before = counts.get(pred);
    if (before == null) {
      preds.add(pred);
    }
    int merged = before == null ? count : how.applyAsInt(before, count);
    counts.put(pred, merged);
    return merged;
  }

  private void merge(Uses others, IntBinaryOperator how) {
    others.preds.forEach(pred -> merge(pred, others.counts.getOrDefault(pred, 0), how));
  }

  /** Adds what other decisions ask for the same event. */
  void add(Uses others) {
    merge(others, Math::addExact);
  }

  /** Every predicate that is asked, in order of appearance. */
  List<Pred> preds() {
    return preds;
  }

  boolean several(Pred pred) {
    return counts.getOrDefault(pred, 0) > 1;
  }
}
