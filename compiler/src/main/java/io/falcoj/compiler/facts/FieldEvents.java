package io.falcoj.compiler.facts;

import io.falcoj.compiler.ir.CodeSet;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.EventType.Flag;
import io.falcoj.runtime.schema.FieldClass;
import io.falcoj.runtime.schema.FieldDef.ArgKind;
import io.falcoj.runtime.schema.FieldRef;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** For fields that only some events have: which ones. */
public final class FieldEvents {
  private static final EventTable EVENTS = EventTable.standard();
  private static final EventType GENERIC = EVENTS.byId("GENERIC_X");
  private static final EventType ASYNC = EVENTS.byId("ASYNCEVENT_E");

  private final Map<String, @Nullable BitSet> known = new HashMap<>();

  /** Whether no event of the types has the field; false when that is not known. */
  public boolean neverSet(FieldRef field, CodeSet types) {
    Predicate<EventType> has = condition(field);
    if (has == null) {
      return false;
    }
    BitSet codes = known.computeIfAbsent(field.text(), text -> codes(has));
    boolean generic = !types.syscalls().isEmpty() && has.test(GENERIC);
    boolean named = !types.asyncListed() || !types.asyncNames().isEmpty();
    boolean async = named && has.test(ASYNC);
    return !generic && !async && !codes.intersects(types.codes());
  }

  private static BitSet codes(Predicate<EventType> wanted) {
    BitSet codes = new BitSet();
    for (EventType type : EVENTS.all()) {
      codes.set(type.code(), wanted.test(type));
    }
    return codes;
  }

  private static @Nullable Predicate<EventType> condition(FieldRef field) {
    String argument = field.arg();
    if (field.def().arg() == ArgKind.PARAM && argument != null) {
      return Character.isDigit(argument.charAt(0))
          ? type -> type.params().size() > Integer.parseInt(argument)
          : type -> type.paramIndex(argument) >= 0;
    }
    return field.def().fieldClass() == FieldClass.FD ? FieldEvents::isAboutDescriptor : null;
  }

  /** Fields of descriptors are those of the one that the event uses or makes. */
  private static boolean isAboutDescriptor(EventType type) {
    return type.has(Flag.USES_FD)
        || type.has(Flag.CREATES_FD)
        || type.has(Flag.DESTROYS_FD)
        || type.has(Flag.READS_FROM_FD)
        || type.has(Flag.WRITES_TO_FD);
  }
}
