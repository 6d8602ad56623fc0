package io.falcoj.compiler.interp;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.CodeSet;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.runtime.abi.EventTypeSet;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.FieldDef.Shape;
import io.falcoj.runtime.schema.names.SyscallTable;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.ByteSliceSet;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates predicates by walking them: what compiled rules are compared with, and what explains
 * them. Keeps bound fields and patterns from event to event; used by one thread.
 */
public final class IrInterpreter {
  private static final int ASYNC = EventTable.standard().byId("ASYNCEVENT_E").code();

  private final LoadReader loads = new LoadReader();
  private final TestRunner tests = new TestRunner(loads);
  private final Map<CodeSet, EventTypeSet> eventTypes = new IdentityHashMap<>();

  /**
   * Whether the rule is shown events of the context's type: those that Falco's analysis of the
   * condition finds, and asynchronous ones.
   */
  public static boolean isShown(TypedRule rule, MatchContext ctx) {
    if (!rule.rule().source().equals(EventSources.SYSCALL)) {
      return true;
    }
    int code = ctx.eventCode();
    return code == ASYNC || rule.eventCodes().get(code);
  }

  /** Whether a rule of the event's source matches the event, disabled or not. */
  public boolean matches(TypedRule rule, MatchContext ctx) {
    return isShown(rule, ctx) && holds(rule.condition(), ctx);
  }

  /** Whether the predicate holds; stops at the operand that decides. */
  public boolean holds(Pred pred, MatchContext ctx) {
    if (pred instanceof AllOf all) {
      return all.operands().stream().allMatch(operand -> holds(operand, ctx));
    }
    if (pred instanceof AnyOf any) {
      return any.operands().stream().anyMatch(operand -> holds(operand, ctx));
    }
    if (pred instanceof Not not) {
      return !holds(not.operand(), ctx);
    }
    if (pred instanceof Exists exists) {
      return exists(exists, ctx);
    }
    if (pred instanceof Check check) {
      return check(check, ctx);
    }
    if (pred instanceof EventTypeIs type) {
      return eventTypes.computeIfAbsent(type.codes(), IrInterpreter::eventTypes).has(ctx);
    }
    return ((Always) pred).value();
  }

  /** As {@link #holds}, with a record of every operand, those behind the decisive one included. */
  public EvalTrace trace(Pred pred, MatchContext ctx) {
    return new Tracer(this, loads, ctx).trace(pred, true);
  }

  /** A value as alerts print it. */
  public SeenValue see(Load load, MatchContext ctx) {
    return new SeenValue(load, new ValueText(loads, ctx).show(load));
  }

  private boolean exists(Exists exists, MatchContext ctx) {
    LoadedValue value = loads.read(exists.load(), ctx);
    return value != null && (!isWalk(exists.load()) || value.asList().size() > 0);
  }

  private static boolean isWalk(Load load) {
    return load instanceof Load.Field field && field.ref().def().shape() == Shape.ANY_OF;
  }

  private boolean check(Check check, MatchContext ctx) {
    LoadedValue value = loads.read(check.load(), ctx);
    if (value == null) {
      return false;
    }
    return switch (check.over()) {
      case ONE -> tests.passes(check.test(), value, ctx);
      case ANY -> passing(check, value, ctx) > 0;
      case ALL -> passing(check, value, ctx) == value.asList().size();
      case BOTH_ENDS -> {
        int size = value.asList().size();
        yield size > 0 && passing(check, value, ctx) == size;
      }
    };
  }

  private int passing(Check check, LoadedValue value, MatchContext ctx) {
    boolean numeric = check.load().operand().type().isNumeric();
    int passing = 0;
    for (int i = 0; i < value.asList().size(); i++) {
      passing += tests.passes(check.test(), value.element(i, numeric), ctx) ? 1 : 0;
    }
    return passing;
  }

  private static EventTypeSet eventTypes(CodeSet set) {
    List<ByteSlice> names = set.asyncNames().stream().map(ByteSlice::of).toList();
    return new EventTypeSet(
        flags(set.codes(), EventTable.standard().size()),
        flags(set.syscalls(), SyscallTable.standard().size()),
        new ByteSliceSet(names),
        set.asyncListed());
  }

  private static boolean[] flags(BitSet bits, int size) {
    boolean[] flags = new boolean[size];
    for (int i = 0; i < size; i++) {
      flags[i] = bits.get(i);
    }
    return flags;
  }
}
