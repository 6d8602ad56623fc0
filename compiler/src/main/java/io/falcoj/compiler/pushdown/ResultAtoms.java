package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.ir.Check;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.pushdown.Test.LessThan;
import io.falcoj.runtime.schema.names.NumberNames;
import io.falcoj.runtime.value.ByteSlice;
import java.util.ArrayList;
import java.util.List;

/** What checks of the result say of the number that a call returns. */
final class ResultAtoms {
  private static final ByteSlice SUCCESS = ByteSlice.of("SUCCESS");

  /** Error codes behind this one have no name. */
  private static final int LAST_NAMED = 133;

  private ResultAtoms() {}

  /** {@code evt.rawres}. */
  static Bounds number(Check check) {
    Formula formula = NumberAtoms.of(Source.RETURN, check.test());
    return formula == null ? Bounds.UNKNOWN : Bounds.exactly(formula);
  }

  /** {@code evt.res}: a word for all that is not negative, else the name of the error. */
  static Bounds name(Check check, Outcomes outcomes) {
    Boolean success = outcomes.result(check.test(), SUCCESS);
    List<Long> may = new ArrayList<>();
    for (long error = 1; error <= LAST_NAMED; error++) {
      String name = NumberNames.error(error);
      Boolean result = name == null ? null : outcomes.result(check.test(), ByteSlice.of(name));
      if (result == null || result) {
        may.add(-error);
      }
    }
    if (success == null) {
      return Bounds.UNKNOWN;
    }
    Formula listed = NumberAtoms.among(Source.RETURN, may);
    Formula unnamed = Formula.atom(Source.RETURN, new LessThan(-LAST_NAMED));
    Formula failing = listed == null ? NumberAtoms.FAILED : listed.or(unnamed);
    Formula succeeding = NumberAtoms.FAILED.not();
    return new Bounds(
        success ? succeeding.or(failing) : failing, success ? succeeding : Formula.FALSE);
  }
}
