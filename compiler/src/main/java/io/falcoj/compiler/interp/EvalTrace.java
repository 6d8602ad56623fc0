package io.falcoj.compiler.interp;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Pred;
import java.util.List;

/**
 * How one predicate came out for one event, and the predicates within it likewise.
 *
 * @param result whether the predicate holds
 * @param reached false where an operand before it had decided already, so that the engine does not
 *     look at this one
 * @param seen values that a check compared, the left side first; empty for what is no check
 * @param operands in the order in which they stand
 */
public record EvalTrace(
    Pred pred, boolean result, boolean reached, List<SeenValue> seen, List<EvalTrace> operands) {
  public EvalTrace {
    seen = List.copyOf(seen);
    operands = List.copyOf(operands);
  }

  /**
   * The operands that made the result what it is: the first that ended an {@code and} or {@code
   * or}, or all of them when none did.
   */
  public List<EvalTrace> decisive() {
    if (pred instanceof AllOf || pred instanceof AnyOf) {
      boolean ends = pred instanceof AnyOf;
      for (EvalTrace operand : operands) {
        if (operand.result() == ends) {
          return List.of(operand);
        }
      }
    }
    return operands;
  }
}
