package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Test;
import io.falcoj.compiler.ir.Test.Order;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.pushdown.Test.AnyBits;
import io.falcoj.runtime.schema.EventType;

/** What checks of the descriptor and of how it was opened say of the arguments of an open. */
final class OpenAtoms {
  private static final long READ = 1;
  private static final long WRITE = 1 << 1;
  private static final long CREATE = 1 << 2;
  private static final long TMPFILE = 1 << 13;
  private static final long EXECUTABLE = 0111;

  private final EventType type;
  private final Outcomes outcomes;
  private final boolean opens;
  private final int name;
  private final int flags;
  private final int mode;

  OpenAtoms(EventType type, Outcomes outcomes) {
    this.type = type;
    this.outcomes = outcomes;
    this.opens = Calls.OPENS.get(type.code());
    this.name = type.paramIndex("name");
    this.flags = type.paramIndex("flags");
    this.mode = type.paramIndex("mode");
  }

  Bounds of(String field, Check check) {
    boolean all = opens || Calls.leavesNoTrace(type);
    return switch (field) {
      case "evt.is_open_read" -> all ? outcomes.ofFlag(check, flag(READ)) : Bounds.UNKNOWN;
      case "evt.is_open_write" -> all ? outcomes.ofFlag(check, flag(WRITE)) : Bounds.UNKNOWN;
      case "evt.is_open_exec" -> all ? outcomes.ofFlag(check, executable()) : Bounds.UNKNOWN;
      case "fd.num" -> opens ? number(check.test()) : Bounds.UNKNOWN;
      case "fd.name", "fd.nameraw", "fs.path.name", "fs.path.nameraw" ->
          opens ? Bounds.atMost(path().ofPath(check.test())) : Bounds.UNKNOWN;
      case "fd.filename" -> opens ? Bounds.atMost(path().ofFilename(check.test())) : Bounds.UNKNOWN;
      case "fd.directory" ->
          opens ? Bounds.atMost(path().ofDirectory(check.test())) : Bounds.UNKNOWN;
      default -> Bounds.UNKNOWN;
    };
  }

  private PathAtoms path() {
    return new PathAtoms(Source.path(name));
  }

  /** Of a call that opens nothing, and of creat, which is given none, the fields say no. */
  private Formula flag(long bit) {
    return opens && flags >= 0
        ? Formula.atom(Source.number(flags), new AnyBits(bit))
        : Formula.FALSE;
  }

  private Formula executable() {
    if (!opens) {
      return Formula.FALSE;
    }
    Formula bits = Formula.atom(Source.number(mode), new AnyBits(EXECUTABLE));
    return type.code() == Calls.CREAT ? bits : flag(CREATE | TMPFILE).and(bits);
  }

  /** The descriptor's number is what the call returned, and less than 0 when it failed. */
  private static Bounds number(Test test) {
    boolean positive =
        test instanceof Test.Number number
            ? number.value() >= 0
                && (number.order() == Order.EQ
                    || number.order() == Order.GE
                    || number.order() == Order.GT)
            : test instanceof Test.NumberIn in && in.values().stream().allMatch(v -> v >= 0);
    Formula formula = positive ? NumberAtoms.of(Source.RETURN, test) : null;
    return formula == null ? Bounds.UNKNOWN : Bounds.atMost(formula);
  }
}
