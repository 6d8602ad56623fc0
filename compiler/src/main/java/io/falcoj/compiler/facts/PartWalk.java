package io.falcoj.compiler.facts;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a condition that can hold, with what is known at each part: what stands beside it in
 * the same conjunction and in those around it.
 */
public final class PartWalk {
  /** Told of the parts. */
  public interface Visitor {
    /** A part of an {@code or} that contradicts what stands beside that; facts say why. */
    default void dead(AnyOf or, Pred alternative, Facts facts) {}

    /** A check that holds, or one that does not; it is part of the facts. */
    default void leaf(Pred leaf, boolean holds, Facts facts) {}
  }

  private final Facts facts = new Facts();
  private final Visitor visitor;

  private PartWalk(Visitor visitor) {
    this.visitor = visitor;
  }

  public static void through(Pred condition, Visitor visitor) {
    PartWalk walk = new PartWalk(visitor);
    if (walk.facts.assume(condition, true)) {
      walk.visit(condition, true);
    }
  }

  private void visit(Pred pred, boolean holds) {
    if (pred instanceof Not not) {
      visit(not.operand(), !holds);
    } else if (pred instanceof AllOf all) {
      for (Pred operand : all.operands()) {
        if (holds) {
          visit(operand, true);
        } else {
          alternative(operand, false, null);
        }
      }
    } else if (pred instanceof AnyOf any) {
      for (Pred operand : any.operands()) {
        if (holds) {
          alternative(operand, true, any);
        } else {
          visit(operand, false);
        }
      }
    } else if (!(pred instanceof Always)) {
      visitor.leaf(pred, holds, facts);
    }
  }

  private void alternative(Pred pred, boolean holds, @Nullable AnyOf or) {
    int mark = facts.mark();
    if (facts.assume(pred, holds)) {
      visit(pred, holds);
    } else if (or != null) {
      visitor.dead(or, pred, facts);
    }
    facts.backTo(mark);
  }
}
