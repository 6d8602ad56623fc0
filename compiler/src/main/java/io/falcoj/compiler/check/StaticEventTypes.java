package io.falcoj.compiler.check;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.ir.Test;
import io.falcoj.compiler.ir.Test.Order;
import io.falcoj.runtime.schema.EventTable;
import java.util.BitSet;
import java.util.List;

/**
 * Event codes for which a condition can hold, by sets: checks of the event type give a set, {@code
 * and} intersects, {@code or} unites, {@code not} is pushed down to the checks, and other checks
 * mean any event. As coarse as Falco's analysis, which decides what a rule is shown ({@code
 * userspace/libsinsp/filter/ppm_codes.cpp}).
 */
public final class StaticEventTypes implements Pred.Visitor<BitSet> {
  private static final int SIZE = EventTable.standard().size();

  private boolean negated;

  private StaticEventTypes() {}

  public static BitSet of(Pred condition) {
    return condition.accept(new StaticEventTypes());
  }

  @Override
  public BitSet visit(AllOf pred) {
    return combine(pred.operands(), !negated);
  }

  @Override
  public BitSet visit(AnyOf pred) {
    return combine(pred.operands(), negated);
  }

  private BitSet combine(List<Pred> operands, boolean intersect) {
    BitSet result = intersect ? all() : new BitSet();
    for (Pred operand : operands) {
      BitSet codes = operand.accept(this);
      if (intersect) {
        result.and(codes);
      } else {
        result.or(codes);
      }
    }
    return result;
  }

  @Override
  public BitSet visit(Not pred) {
    negated = !negated;
    BitSet codes = pred.operand().accept(this);
    negated = !negated;
    return codes;
  }

  @Override
  public BitSet visit(EventTypeIs pred) {
    if (pred.indexed() == null) {
      return all();
    }
    BitSet codes = (BitSet) pred.indexed().clone();
    if (negated) {
      codes.flip(0, SIZE);
    }
    return codes;
  }

  @Override
  public BitSet visit(Always pred) {
    return known(pred.value());
  }

  @Override
  public BitSet visit(Exists pred) {
    return pred.load() instanceof Load.Field field && isEventType(field) ? known(true) : all();
  }

  private static boolean isEventType(Load.Field field) {
    String text = field.ref().text();
    return text.equals("evt.type") || text.equals("syscall.type");
  }

  @Override
  public BitSet visit(Check pred) {
    if (!(pred.load() instanceof Load.Field field) || !field.ref().text().equals("evt.num")) {
      return all();
    }
    if (pred.test() instanceof Test.NumberIn in && in.values().stream().allMatch(v -> v == 0)) {
      return known(false);
    }
    if (pred.test() instanceof Test.Number number) {
      return eventNumber(number.order(), number.value());
    }
    return all();
  }

  /** Numbers of events start at 1. */
  private BitSet eventNumber(Order order, long value) {
    boolean zero = value == 0;
    boolean atMostOne = zero || value == 1;
    return switch (order) {
      case EQ -> zero ? known(false) : all();
      case NE -> zero ? known(true) : all();
      case LT -> atMostOne ? known(false) : all();
      case LE -> zero ? known(false) : all();
      case GT -> zero ? known(true) : all();
      case GE -> atMostOne ? known(true) : all();
    };
  }

  private BitSet known(boolean holds) {
    return holds != negated ? all() : new BitSet();
  }

  private static BitSet all() {
    BitSet codes = new BitSet();
    codes.set(0, SIZE);
    return codes;
  }
}
