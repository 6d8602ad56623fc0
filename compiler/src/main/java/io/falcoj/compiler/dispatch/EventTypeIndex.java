package io.falcoj.compiler.dispatch;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.opt.Rewriter;
import io.falcoj.runtime.schema.EventTable;
import java.util.BitSet;

/**
 * Which events a rule is shown: those that Falco's analysis finds, less those for which the
 * condition cannot hold.
 */
public final class EventTypeIndex {
  static final int SIZE = EventTable.standard().size();
  static final int ASYNC = EventTable.standard().byId("ASYNCEVENT_E").code();
  private static final int GENERIC_EXIT = EventTable.standard().byId("GENERIC_X").code();

  private EventTypeIndex() {}

  /** Codes of the events that are not asynchronous. */
  public static BitSet codes(TypedRule rule) {
    BitSet codes = (BitSet) rule.eventCodes().clone();
    codes.and(PossibleCodes.of(rule.condition()));
    codes.clear(ASYNC);
    return codes;
  }

  /** The condition as it is for events of those codes. */
  public static Pred fold(Pred condition, BitSet codes) {
    return condition.accept(new Folder(codes));
  }

  /** Codes for which a check can hold. */
  public static BitSet canHold(EventTypeIs check) {
    BitSet codes = (BitSet) check.codes().codes().clone();
    if (!check.codes().syscalls().isEmpty()) {
      codes.set(0, GENERIC_EXIT + 1);
    }
    if (!check.codes().asyncListed() || !check.codes().asyncNames().isEmpty()) {
      codes.set(ASYNC);
    }
    return codes;
  }

  /** Codes for which a check can fail. */
  public static BitSet canFail(EventTypeIs check) {
    return canHold(new EventTypeIs(check.codes().complement(), check.place()));
  }

  private static final class Folder extends Rewriter {
    private final BitSet codes;

    Folder(BitSet codes) {
      this.codes = codes;
    }

    @Override
    public Pred visit(EventTypeIs pred) {
      if (!canHold(pred).intersects(codes)) {
        return Always.FALSE;
      }
      return canFail(pred).intersects(codes) ? pred : Always.TRUE;
    }
  }
}
