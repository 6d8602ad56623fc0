package io.falcoj.compiler.plan;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Groups the operands of large predicates so that each group fits a method of its own. HotSpot
 * compiles no method of more than 8,000 bytes.
 */
final class MethodSplitter implements Pred.Visitor<MethodSplitter.Sized> {
  /** Half of HotSpot's limit: sizes are estimates. */
  static final int MAX_BYTES = 4000;

  private static final int MAX_BYTES_AMONG_OTHERS = 200;

  /** A predicate and the bytes it takes where it stands. */
  record Sized(Pred pred, int bytes) {}

  private final Set<Pred> outlined = new LinkedHashSet<>();

  Pred split(Pred condition) {
    return condition.accept(this).pred();
  }

  /** The same for a predicate that stands among others: only a short one is written there. */
  Pred splitAmongOthers(Pred condition) {
    Sized sized = condition.accept(this);
    if (sized.bytes() > MAX_BYTES_AMONG_OTHERS) {
      outlined.add(sized.pred());
    }
    return sized.pred();
  }

  /** The predicates that must become methods. */
  Set<Pred> outlined() {
    return outlined;
  }

  @Override
  public Sized visit(AllOf pred) {
    return composite(pred.operands(), true);
  }

  @Override
  public Sized visit(AnyOf pred) {
    return composite(pred.operands(), false);
  }

  private Sized composite(List<Pred> operands, boolean all) {
    List<Sized> parts = new ArrayList<>();
    for (Pred operand : operands) {
      parts.add(operand.accept(this));
    }
    while (bytes(parts) > MAX_BYTES) {
      parts = group(parts, all);
    }
    return new Sized(combine(parts, all), bytes(parts));
  }

  private List<Sized> group(List<Sized> parts, boolean all) {
    List<Sized> groups = new ArrayList<>();
    List<Sized> current = new ArrayList<>();
    for (Sized part : parts) {
      if (!current.isEmpty() && bytes(current) + part.bytes() > MAX_BYTES) {
        groups.add(outline(current, all));
        current = new ArrayList<>();
      }
      current.add(part);
    }
    groups.add(outline(current, all));
    return groups;
  }

  private Sized outline(List<Sized> parts, boolean all) {
    Pred group = combine(parts, all);
    outlined.add(group);
    return new Sized(group, CodeSize.CALL);
  }

  private static Pred combine(List<Sized> parts, boolean all) {
    List<Pred> preds = parts.stream().map(Sized::pred).toList();
    if (preds.size() == 1) {
      return preds.get(0);
    }
    return all ? new AllOf(preds) : new AnyOf(preds);
  }

  private static int bytes(List<Sized> parts) {
    return parts.stream().mapToInt(Sized::bytes).sum();
  }

  @Override
  public Sized visit(Not pred) {
    Sized operand = pred.operand().accept(this);
    return new Sized(new Not(operand.pred()), operand.bytes());
  }

  @Override
  public Sized visit(Always pred) {
    return leaf(pred);
  }

  @Override
  public Sized visit(Exists pred) {
    return leaf(pred);
  }

  @Override
  public Sized visit(Check pred) {
    return leaf(pred);
  }

  @Override
  public Sized visit(EventTypeIs pred) {
    return leaf(pred);
  }

  private static Sized leaf(Pred pred) {
    return new Sized(pred, CodeSize.of(pred));
  }
}
