package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.dispatch.EventTypeIndex;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Load;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.EventType.Category;
import java.util.BitSet;

/** The end of one kind of call, as far as its arguments and its result tell of it. */
final class EndView implements View {
  private final EventType type;
  private final BitSet code = new BitSet();
  private final Outcomes outcomes;
  private final ParamAtoms params;
  private final OpenAtoms opens;
  private final boolean returns;

  EndView(EventType type, Outcomes outcomes) {
    this.type = type;
    this.outcomes = outcomes;
    this.params = new ParamAtoms(type);
    this.opens = new OpenAtoms(type, outcomes);
    this.returns = type.has(Category.SYSCALL);
    code.set(type.code());
  }

  @Override
  public Bounds of(EventTypeIs check) {
    return new Bounds(
        Formula.of(EventTypeIndex.canHold(check).intersects(code)),
        Formula.of(!EventTypeIndex.canFail(check).intersects(code)));
  }

  @Override
  public Bounds of(Exists exists) {
    return Bounds.UNKNOWN;
  }

  @Override
  public Bounds of(Check check) {
    if (!(check.load() instanceof Load.Field field)) {
      return Bounds.UNKNOWN;
    }
    String name = field.ref().def().name();
    if (type.code() == Calls.CONNECT && name.startsWith("fd.")) {
      return SocketAtoms.of(name, check, outcomes);
    }
    if (check.over() != Check.Over.ONE) {
      return Bounds.UNKNOWN;
    }
    return switch (name) {
      case "evt.rawres" -> returns ? ResultAtoms.number(check) : Bounds.NEVER;
      case "evt.res" -> returns ? ResultAtoms.name(check, outcomes) : Bounds.NEVER;
      case "evt.failed" -> returns ? outcomes.ofFlag(check, NumberAtoms.FAILED) : Bounds.NEVER;
      case "evt.arg", "evt.rawarg" -> params.of(field, name.equals("evt.rawarg"), check);
      default -> opens.of(name, check);
    };
  }
}
