package io.falcoj.compiler.dispatch;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.Pred;
import java.util.List;

/**
 * A rule with what is left to ask.
 *
 * @param operands all must hold; canonical
 */
record Candidate(int rule, List<Pred> operands) {
  static Candidate of(int rule, Pred condition) {
    return new Candidate(
        rule, condition instanceof AllOf all ? all.operands() : List.of(condition));
  }

  Candidate without(Pred operand) {
    return new Candidate(rule, operands.stream().filter(o -> o != operand).toList());
  }

  Decision.Run run() {
    Pred condition =
        switch (operands.size()) {
          case 0 -> Always.TRUE;
          case 1 -> operands.get(0);
          default -> new AllOf(operands);
        };
    return new Decision.Run(rule, condition);
  }
}
