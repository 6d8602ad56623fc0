package io.falcoj.compiler.facts;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.CodeSet;
import io.falcoj.compiler.ir.Counter;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Place;
import io.falcoj.compiler.ir.Pred;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Assumptions about one event, and what follows from them. An assumption that contradicts earlier
 * ones is noticed when checks of one value, of the event's type, or equal checks exclude each
 * other; alternatives contradict when each of them does. After {@link #STEPS} checks everything is
 * taken as possible.
 */
public final class Facts {
  private static final int STEPS = 50_000;

  /** Alternatives are looked at again while one of them was ruled out, up to so often. */
  private static final int ROUNDS = 3;

  private final Set<Pred> open;
  private final Trail trail = new Trail();
  private final KnownValueTests tests = new KnownValueTests();
  private final KnownEventType eventType = new KnownEventType(trail);
  private final Map<Load, KnownValue> values = new HashMap<>();
  private final Map<Pred, Outcome> outcomes = new HashMap<>();
  private @Nullable Conflict conflict;
  private int steps;

  private record Outcome(boolean holds, Place place) {}

  public Facts() {
    this(Set.of());
  }

  /**
   * @param open predicates, these very objects, of which nothing is known: they may hold or fail
   */
  public Facts(Set<Pred> open) {
    this.open = open;
  }

  /** The state to come {@link #backTo back to}. */
  public int mark() {
    return trail.mark();
  }

  /** Takes back all assumptions made since. */
  public void backTo(int mark) {
    trail.backTo(mark);
  }

  /** The event types that are left. */
  public CodeSet eventTypes() {
    return eventType.possible();
  }

  /** Why the last assumption failed; null when it never holds by itself. */
  public @Nullable Conflict conflict() {
    return conflict;
  }

  /**
   * Assumes that a predicate holds or fails.
   *
   * @return false when that contradicts what was assumed before; what is known then is undefined
   *     until one goes back
   */
  public boolean assume(Pred pred, boolean holds) {
    conflict = null;
    return add(pred, holds);
  }

  /** Whether the predicate could hold in addition; changes nothing. */
  public boolean allows(Pred pred, boolean holds) {
    if (pred instanceof Not not) {
      return allows(not.operand(), !holds);
    }
    if (pred instanceof AllOf all && !holds) {
      return allowsSome(all.operands(), false);
    }
    if (pred instanceof AnyOf any && holds) {
      return allowsSome(any.operands(), true);
    }
    int mark = mark();
    boolean possible = assume(pred, holds);
    backTo(mark);
    return possible;
  }

  /** From the last one on: what tells conditions apart mostly stands at their ends. */
  private boolean allowsSome(List<Pred> alternatives, boolean hold) {
    for (int i = alternatives.size() - 1; i >= 0; i--) {
      if (allows(alternatives.get(i), hold)) {
        return true;
      }
    }
    return false;
  }

  private boolean add(Pred pred, boolean holds) {
    if (++steps > STEPS || open.contains(pred)) {
      return true;
    }
    if (pred instanceof AllOf all) {
      return holds ? every(all.operands(), true) : some(all.operands(), false);
    }
    if (pred instanceof AnyOf any) {
      return holds ? some(any.operands(), true) : every(any.operands(), false);
    }
    if (pred instanceof Not not) {
      return add(not.operand(), !holds);
    }
    if (pred instanceof Always always) {
      return always.value() == holds;
    }
    return pred instanceof EventTypeIs type ? typeIs(type, holds) : leaf(pred, holds);
  }

  private boolean every(List<Pred> operands, boolean hold) {
    List<Pred> alternatives = new ArrayList<>();
    for (Pred operand : operands) {
      if (isAlternative(operand, hold)) {
        alternatives.add(operand);
      } else if (!add(operand, hold)) {
        return false;
      }
    }
    for (int round = 0, mark = -1; round < ROUNDS && mark != mark(); round++) {
      mark = mark();
      for (Pred operand : alternatives) {
        if (!add(operand, hold)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether assuming it leaves a choice. */
  static boolean isAlternative(Pred pred, boolean holds) {
    if (pred instanceof Not not) {
      return isAlternative(not.operand(), !holds);
    }
    return holds ? pred instanceof AnyOf : pred instanceof AllOf;
  }

  /** When one alternative alone is possible, it is the one. */
  private boolean some(List<Pred> operands, boolean hold) {
    Pred only = null;
    for (Pred operand : operands) {
      int mark = mark();
      boolean possible = add(operand, hold);
      backTo(mark);
      if (possible && only != null) {
        return true;
      }
      only = possible ? operand : only;
    }
    return only != null && add(only, hold);
  }

  private boolean typeIs(EventTypeIs type, boolean holds) {
    Place against = eventType.last();
    if (eventType.check(type, holds)) {
      return true;
    }
    conflict = new Conflict(type.place(), against, true);
    return false;
  }

  private boolean leaf(Pred pred, boolean holds) {
    if (Counter.isReadBy(pred)) {
      return true;
    }
    Outcome before = outcomes.get(pred);
    if (before != null) {
      if (before.holds != holds) {
        conflict = new Conflict(place(pred), before.place, false);
      }
      return before.holds == holds;
    }
    outcomes.put(pred, new Outcome(holds, place(pred)));
    trail.changed(() -> outcomes.remove(pred));
    if (pred instanceof Exists exists) {
      return narrowed(exists.load(), v -> v.require(holds, exists.place()), exists.place());
    }
    Check check = (Check) pred;
    if (check.over() == Check.Over.ONE) {
      return narrowed(
          check.load(), v -> v.check(check.test(), holds, check.place()), check.place());
    }
    return true;
  }

  private interface Narrowing {
    boolean leavesSome(KnownValue value);
  }

  private boolean narrowed(Load load, Narrowing narrowing, Place place) {
    KnownValue value = values.computeIfAbsent(load, l -> new KnownValue(trail, tests, l));
    Place against = value.last();
    if (narrowing.leavesSome(value)) {
      return true;
    }
    conflict = new Conflict(place, against, false);
    return false;
  }

  private static Place place(Pred leaf) {
    return leaf instanceof Exists exists ? exists.place() : ((Check) leaf).place();
  }
}
