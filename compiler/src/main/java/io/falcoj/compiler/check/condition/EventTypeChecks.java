package io.falcoj.compiler.check.condition;

import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.ast.ValueExpr;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Hints;
import io.falcoj.compiler.ir.CodeSet;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Place;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.EventType.Category;
import io.falcoj.runtime.schema.names.SyscallTable;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Checks of {@code evt.type}, {@code syscall.type} and {@code evt.dir} as sets of numbers. */
final class EventTypeChecks {
  /** Asynchronous events that the container engine sends. */
  private static final Set<String> ASYNC_NAMES = Set.of("container");

  private static final EventTable EVENTS = EventTable.standard();
  private static final SyscallTable CALLS = SyscallTable.standard();
  private static final int FIRST_NAMED = EVENTS.byId("GENERIC_X").code() + 1;
  private static final int ASYNC = EVENTS.byId("ASYNCEVENT_E").code();

  private EventTypeChecks() {}

  /** True for an operator and field that a set of event types can stand for. */
  static boolean covers(String field, Operator operator) {
    boolean named =
        field.equals("evt.type") || field.equals("syscall.type") || field.equals("evt.dir");
    return named
        && (operator == Operator.EQ
            || operator == Operator.NE
            || operator == Operator.IN
            || operator == Operator.INTERSECTS);
  }

  static Pred build(String field, Operator operator, List<ValueExpr> values, Place place) {
    Set<String> names = new TreeSet<>();
    values.forEach(v -> names.add(v.value().toString()));
    if (field.equals("evt.dir")) {
      CodeSet set = directions(names);
      return new EventTypeIs(operator == Operator.NE ? set.complement() : set, place);
    }
    CodeSet set = named(names);
    set = operator == Operator.NE ? set.complement() : set;
    return new EventTypeIs(field.equals("syscall.type") ? callsOnly(set) : set, place);
  }

  /** Literals of {@code evt.type} must name something, whatever the operator. */
  static void checkNames(List<ValueExpr> values) throws CheckException {
    for (ValueExpr value : values) {
      String name = value.value().toString();
      if (EVENTS.named(name).isEmpty() && CALLS.code(name) < 0 && !ASYNC_NAMES.contains(name)) {
        throw CheckException.unknown(
            DiagnosticCode.BAD_LITERAL,
            value.span(),
            "unknown event type " + name,
            Hints.didYouMean(name, knownNames()));
      }
    }
  }

  private static Set<String> knownNames() {
    Set<String> names = new TreeSet<>(ASYNC_NAMES);
    EVENTS.all().forEach(type -> names.add(type.name()));
    for (int code = 0; code < CALLS.size(); code++) {
      String name = CALLS.name(code);
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private static CodeSet named(Set<String> names) {
    BitSet codes = codes(names);
    codes.clear(ASYNC);
    BitSet calls = new BitSet();
    names.forEach(name -> set(calls, CALLS.code(name)));
    return new CodeSet(codes, calls, true, List.copyOf(names));
  }

  private static void set(BitSet bits, int index) {
    if (index >= 0) {
      bits.set(index);
    }
  }

  private static CodeSet callsOnly(CodeSet set) {
    BitSet codes = (BitSet) set.codes().clone();
    codes.and(codes(type -> type.has(Category.SYSCALL)));
    return new CodeSet(codes, set.syscalls(), true, List.of());
  }

  private static CodeSet directions(Set<String> marks) {
    boolean enter = marks.contains(">");
    boolean exit = marks.contains("<");
    BitSet codes = codes(type -> type.code() != ASYNC && (type.enter() ? enter : exit));
    BitSet calls = new BitSet();
    calls.set(0, CALLS.size(), exit);
    return new CodeSet(codes, calls, !enter, List.of());
  }

  private static BitSet codes(Set<String> names) {
    BitSet codes = new BitSet();
    for (String name : names) {
      EVENTS.named(name).forEach(type -> set(codes, type.code()));
    }
    codes.clear(0, FIRST_NAMED);
    return codes;
  }

  private static BitSet codes(Predicate<EventType> wanted) {
    BitSet codes = new BitSet();
    for (EventType type : EVENTS.all()) {
      if (type.code() >= FIRST_NAMED && wanted.test(type)) {
        codes.set(type.code());
      }
    }
    return codes;
  }

  /** Event codes of names; a name that only a system call has stands for all generic events. */
  static BitSet indexed(Set<String> names) {
    BitSet codes = codes(names);
    for (String name : names) {
      boolean named = EVENTS.named(name).stream().anyMatch(t -> t.code() >= FIRST_NAMED);
      if (!named && CALLS.code(name) >= 0) {
        codes.set(0, FIRST_NAMED);
      }
    }
    return codes;
  }
}
